package io.realname.benchmark;

import io.realname.benchmark.Load.Seen;
import io.realname.benchmark.report.Comparison;
import io.realname.benchmark.report.Report;
import io.realname.sandbox.SandboxCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code benchmark/run} */
public final class Benchmark {

    private final Options options;
    private final Path folder;

    private Benchmark(Options options) {
        this.options = options;
        this.folder = options.folder();
    }

    public static void main(String[] args) throws Exception {
        Measurement.run(
                (postgres, folder) -> new Benchmark(Options.of(args)).run(postgres, folder.resolve("postgres")));
    }

    private void run(DurablePostgres postgres, Path data) throws IOException, SQLException, InterruptedException {
        int sandboxPort = Surroundings.freePort();
        Installed installed = Installed.in(folder);
        NewKeys keys = NewKeys.of(installed.jar());
        Process sandbox = sandbox(sandboxPort, 0);
        List<RunningSystem> systems = new ArrayList<>();
        try {
            Surroundings surroundings = new Surroundings(postgres, sandboxPort, keys, installed, Measurement.RESULTS);
            Load load = new Load("http://localhost:" + sandboxPort, keys.secret(), options.firstPerson());
            for (Contestant contestant : options.systems()) {
                RunningSystem system = contestant.start(surroundings);
                systems.add(system);
                Seen warm = load.run(system.url(), options.clients(), options.warmUp());
                System.out.printf(Locale.ROOT, "%-12s warmed up: %.1f/s%n", system.name(), warm.perSecond());
                contestant.afterWarmUp(system, options);
            }
            JdbcClient statistics = postgres.statistics();
            List<Round> rounds = rounds(load, systems, statistics, postgres.pid(data));
            report(rounds, Circumstances.of(options, installed, statistics));
        } finally {
            sandbox.destroy();
            for (RunningSystem system : systems) {
                system.close();
            }
        }
    }

    /** One of each system, then the next one of each. */
    private List<Round> rounds(Load load, List<RunningSystem> systems, JdbcClient statistics, long server)
            throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 1; i <= options.rounds(); i++) {
            for (RunningSystem system : systems) {
                Round round = round(i, load, system, statistics, server);
                System.out.println(round);
                rounds.add(round);
            }
        }
        return rounds;
    }

    private Round round(int number, Load load, RunningSystem system, JdbcClient statistics, long server)
            throws IOException, InterruptedException {
        statistics.sql("checkpoint").update();
        if (options.statements()) {
            statistics.sql("select pg_stat_statements_reset()").query().listOfRows();
        }
        double othersBefore = others(server);
        Counters before = counters(statistics, system, server);
        Seen seen = load.run(system.url(), options.clients(), options.time());
        Counters used = counters(statistics, system, server).minus(before).dividedBy(seen.verified());
        double others = (others(server) - othersBefore) / seen.time().toMillis();
        if (options.statements()) {
            Statements.write(
                    statistics,
                    system.database().name(),
                    seen.verified(),
                    Measurement.RESULTS.resolve("statements-" + system.name() + ".txt"));
        }
        return new Round(system.name(), number, seen, used, others);
    }

    private void report(List<Round> rounds, Map<String, String> circumstances) throws IOException {
        Map<String, String> words = new LinkedHashMap<>();
        options.systems().forEach(contestant -> words.put(contestant.name, contestant.words));
        Comparison comparison = new Comparison(rounds);
        Path file = Measurement.RESULTS.resolve("report.html");
        new Report(comparison, words, circumstances).write(file);
        System.out.println("\n" + comparison.medians() + "\n");
        circumstances.forEach((name, value) -> System.out.println(name + ": " + value));
        System.out.println(file);
    }

    /** CPU time of all programs that are not part of the benchmark, in milliseconds. PostgreSQL is nobody's child. */
    private static double others(long server) {
        return Cpu.ofMachine() - Cpu.ofTree(ProcessHandle.current().pid()) - Cpu.ofTree(server);
    }

    private static Counters counters(JdbcClient statistics, RunningSystem system, long server) {
        return Counters.now(
                statistics, system.database().name(), system.process().pid(), server);
    }

    /** @param bankSeconds how long the bank takes for each answer */
    static Process sandbox(int port, int bankSeconds) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SandboxCommand.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(Measurement.RESULTS.resolve("sandbox.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SANDBOX_SECRET_ID",
                        "benchmark",
                        "SANDBOX_SECRET_KEY",
                        "benchmark",
                        "SANDBOX_PORT",
                        "" + port,
                        "SANDBOX_BANK_SECONDS",
                        "" + bankSeconds));
        return builder.start();
    }
}
