package io.realname.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.RealnameApplication;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/**
 * A command of an operator, in a Java process of its own, after it has ended.
 *
 * @param output what it printed
 */
public record Command(int status, String output) {

    /** Runs a command on the database of the test. */
    public static Command run(String name, JdbcConnectionDetails database) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ReservedCodeCacheSize=128m",
                        "-XX:+UseSerialGC",
                        "-XX:MetaspaceSize=192m",
                        "-XX:+UnlockDiagnosticVMOptions",
                        "-XX:-BytecodeVerificationRemote",
                        "-cp",
                        classPath(),
                        RealnameApplication.class.getName(),
                        name,
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=trusted")
                .redirectErrorStream(true);
        command.environment().put("LC_ALL", "C");
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Command(process.exitValue(), output.strip());
    }

    /** Surefire leaves an empty entry in it, which stands for the folder that a JVM starts in: ours has bpmn/ in it. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }
}
