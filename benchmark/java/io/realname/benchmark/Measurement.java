package io.realname.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;

/** What is measured on a PostgreSQL of its own. */
@FunctionalInterface
interface Measurement {

    /** Where the logs of the systems are. */
    Path RESULTS = Path.of("target", "benchmark");

    /** @param folder where realname is installed; for data too */
    void on(DurablePostgres postgres, Path folder) throws Exception;

    /** Does it, and ends this program with all that it has started, also if it is interrupted. */
    static void run(Measurement measurement) throws Exception {
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> ProcessHandle.current().children().forEach(ProcessHandle::destroy)));
        Path folder = Path.of(System.getProperty("benchmark.folder"));
        Files.createDirectories(RESULTS);
        try (DurablePostgres postgres = DurablePostgres.start(folder.resolve("postgres"))) {
            measurement.on(postgres, folder);
        }
        System.exit(0);
    }
}
