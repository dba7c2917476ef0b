package io.realname.benchmark;

import io.realname.benchmark.Load.Seen;
import io.realname.sandbox.SandboxCommand;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code benchmark/run} */
public final class Benchmark {

    private final Options options;
    private final Path folder;

    private Benchmark(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        Options options = Options.of(args);
        Path folder = Files.createTempDirectory("realname-benchmark");
        new Benchmark(options, folder).run();
        System.exit(0);
    }

    private void run() throws IOException, SQLException, InterruptedException {
        Path data = folder.resolve("postgres");
        int sandboxPort = freePort();
        NewKeys keys = NewKeys.of(options.jar());
        try (DurablePostgres postgres = DurablePostgres.start(data)) {
            Process sandbox = sandbox(sandboxPort);
            try (RunningSystem system = Ours.start(
                    postgres.create("ours"),
                    freePort(),
                    sandboxPort,
                    keys,
                    options.jar(),
                    folder.resolve("ours.log"))) {
                JdbcClient statistics = postgres.statistics();
                long server = postgres.pid(data);
                Load load = new Load("http://localhost:" + sandboxPort, keys.secret(), options.firstPerson());
                Seen warm = load.run(system.url(), options.clients(), options.warmUp());
                System.out.printf(Locale.ROOT, "%-12s warmed up: %.1f/s%n", system.name(), warm.perSecond());
                for (int i = 1; i <= options.rounds(); i++) {
                    round(i, load, system, statistics, server);
                }
            } finally {
                sandbox.destroy();
            }
        }
    }

    private void round(int number, Load load, RunningSystem system, JdbcClient statistics, long server)
            throws InterruptedException {
        statistics.sql("checkpoint").update();
        if (options.statements()) {
            statistics.sql("select pg_stat_statements_reset()").query().listOfRows();
        }
        Counters before = counters(statistics, system, server);
        Seen seen = load.run(system.url(), options.clients(), options.time());
        Counters used = counters(statistics, system, server).minus(before).dividedBy(seen.verified());
        System.out.println(new Round(system.name(), number, seen, used));
        if (options.statements()) {
            Statements.print(statistics, system.database().name(), seen.verified());
        }
    }

    private static Counters counters(JdbcClient statistics, RunningSystem system, long server) {
        return Counters.now(
                statistics, system.database().name(), system.process().pid(), server);
    }

    private Process sandbox(int port) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxCommand.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sandbox.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SANDBOX_SECRET_ID",
                        "benchmark",
                        "SANDBOX_SECRET_KEY",
                        "benchmark",
                        "SANDBOX_PORT",
                        "" + port));
        return builder.start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
