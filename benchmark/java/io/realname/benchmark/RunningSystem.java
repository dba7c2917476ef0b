package io.realname.benchmark;

import io.realname.benchmark.DurablePostgres.Database;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A system in a Java process of its own, with all of HotSpot's compilers. */
record RunningSystem(String name, Database database, Process process, int port) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** @param program {@code -jar} and a file, or {@code -cp}, a class path and a class */
    static RunningSystem start(
            String name, Database database, int port, List<String> program, Map<String, String> environment, Path log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmOptions());
        command.addAll(program);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("SPRING_DATASOURCE_URL", database.jdbcUrl());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", Database.USER);
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", "trusted");
        RunningSystem system = new RunningSystem(name, database, builder.start(), port);
        system.awaitReady(log);
        return system;
    }

    /** The same for all systems. */
    static List<String> jvmOptions() {
        return Stream.concat(
                        Stream.of("-Xmx1g"),
                        Stream.of(System.getProperty("benchmark.jvm", "").split(" ")))
                .filter(option -> !option.isEmpty())
                .toList();
    }

    String url() {
        return "http://localhost:" + port;
    }

    /** A system without such a probe is ready as soon as it refuses it. */
    private void awaitReady(Path log) throws InterruptedException {
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest probe = HttpRequest.newBuilder(URI.create(url() + "/actuator/health/readiness"))
                .build();
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end) && process.isAlive()) {
            try {
                if (http.send(probe, BodyHandlers.discarding()).statusCode() < 500) {
                    return;
                }
            } catch (IOException e) {
                // It does not listen yet.
            }
            Thread.sleep(200);
        }
        process.destroyForcibly();
        throw new IllegalStateException(name + " has not started:\n" + end(log));
    }

    private static String end(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
