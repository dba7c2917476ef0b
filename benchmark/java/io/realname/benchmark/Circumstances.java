package io.realname.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Under which the figures were measured. */
final class Circumstances {

    private Circumstances() {}

    /** By name, in the order in which they are shown. */
    static Map<String, String> of(Options options, Installed installed, JdbcClient postgres) throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("date", DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm z").format(ZonedDateTime.now()));
        all.put("realname", System.getProperty("benchmark.commit", "unknown"));
        all.put("options", options.toString());
        all.put(
                "machine",
                "%d cores (%s), %.0f GB memory, %s %s"
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                field("/proc/cpuinfo", "model name"),
                                Long.parseLong(field("/proc/meminfo", "MemTotal")
                                                .replace(" kB", ""))
                                        / 1e6,
                                System.getProperty("os.name"),
                                System.getProperty("os.version")));
        all.put(
                "JDK",
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version")
                        + ", of each system: " + String.join(" ", RunningSystem.jvmOptions()));
        all.put(
                "PostgreSQL",
                postgres.sql("show server_version").query(String.class).single()
                        + ", durable (fsync and synchronous_commit on)");
        all.put("Camunda", installed.version("camunda-engine"));
        all.put("Spring Boot", installed.version("spring-boot"));
        return all;
    }

    /** A field of a file of {@code /proc}; the first one if there are several. */
    private static String field(String file, String name) throws IOException {
        return Files.readAllLines(Path.of(file)).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
