package io.realname.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;

/** {@link DoomedApp} in a Java process of its own. Its database and its sandbox outlive it. */
final class ChildApp implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Process process;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private volatile int port;

    private ChildApp(Process process) {
        this.process = process;
    }

    /** @param parked at which place to stop which applicant, by the applicant's number */
    static ChildApp start(
            JdbcConnectionDetails database, int sandboxPort, Map<ParkingPlace, Integer> parked, Path log) {
        return start(database, sandboxPort, parked, log, Map.of());
    }

    /** @param settings instead of the usual ones, and more */
    static ChildApp start(
            JdbcConnectionDetails database,
            int sandboxPort,
            Map<ParkingPlace, Integer> parked,
            Path log,
            Map<String, String> settings) {
        String places = parked.entrySet().stream()
                .map(place -> place.getKey() + "=" + place.getValue())
                .collect(Collectors.joining(","));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=128m",
                "-XX:+UseSerialGC",
                "-XX:MetaspaceSize=192m",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-Xmn160m",
                "-Xmx512m",
                "-D" + DoomedApp.PARK + "=" + places,
                "-cp",
                classPath(),
                DoomedApp.class.getName()));
        Map<String, String> all = new TreeMap<>(Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("spring.datasource.url", database.getJdbcUrl()),
                Map.entry("spring.datasource.username", database.getUsername()),
                Map.entry("spring.datasource.password", "trusted"),
                Map.entry("realname.tencent.faceid-endpoint", "localhost:" + sandboxPort),
                Map.entry("realname.tencent.ocr-endpoint", "localhost:" + sandboxPort),
                Map.entry("realname.tencent.sms.endpoint", "localhost:" + sandboxPort),
                Map.entry("realname.tencent.timeouts.read", "19s"),
                Map.entry("realname.tencent.timeouts.call", "20s"),
                Map.entry("realname.jdcloud.endpoint", "http://localhost:" + sandboxPort),
                Map.entry("realname.jdcloud.timeouts.call", "20s"),
                // No scanner runs beside this process.
                Map.entry("realname.evidence.scanner", "none"),
                // Each stopped job keeps its thread.
                Map.entry("camunda.bpm.job-execution.core-pool-size", "20"),
                Map.entry("camunda.bpm.job-execution.max-pool-size", "20")));
        all.putAll(settings);
        all.forEach((key, value) -> command.add("--" + key + "=" + value));
        try {
            Files.createDirectories(log.getParent());
            ChildApp app = new ChildApp(
                    new ProcessBuilder(command).redirectErrorStream(true).start());
            Thread reader = new Thread(() -> app.read(log), "child-app");
            reader.setDaemon(true);
            reader.start();
            await().atMost(PATIENCE).until(() -> app.port != 0 || !app.process.isAlive());
            assertThat(app.port).as("started; see " + log).isNotZero();
            return app;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the empty entry that Surefire leaves: it means the working directory, and ours contains bpmn/. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void read(Path log) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                BufferedWriter kept = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                kept.write(line);
                kept.newLine();
                if (line.startsWith(DoomedApp.READY)) {
                    port = Integer.parseInt(line.substring(DoomedApp.READY.length()));
                } else if (line.startsWith(ParkingPlaces.PARKED)) {
                    told.add(line.substring(ParkingPlaces.PARKED.length()));
                }
            }
        } catch (IOException e) {
            told.add("output ended: " + e.getClass().getSimpleName());
        }
    }

    int port() {
        return port;
    }

    void awaitParked(Collection<ParkingPlace> places) {
        List<String> names = places.stream().map(Enum::name).toList();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told).containsAll(names));
    }

    /** SIGTERM: the app ends by itself. */
    void terminate() {
        process.destroy();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** {@code kill -9} */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
