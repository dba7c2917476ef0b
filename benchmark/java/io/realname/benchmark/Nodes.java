package io.realname.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.realname.app.Applicant;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code benchmark/nodes}: one, two and three nodes on one database, and how long the applications of a node that was killed
 * wait until another one goes on with them. That a client sees nothing of a rolling restart is a test of the product
 * ({@code RollingRestartIT}).
 */
public final class Nodes {

    private static final Duration WARM_UP = Duration.ofSeconds(60);
    private static final Duration ROUND = Duration.ofSeconds(30);
    /** Fewer than a node with two processors takes at once: it would refuse more while it is cold. */
    private static final int CLIENTS = 8;

    private static final int NODES = 3;

    /** Takes longer than the lock of a job, and all tries that follow. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final AtomicInteger nextPerson = new AtomicInteger(4_000_000);
    private final Surroundings surroundings;
    private final List<RunningSystem> nodes = new ArrayList<>();
    private Process sandbox;

    private Nodes(Path folder, DurablePostgres postgres) throws IOException {
        Installed installed = Installed.in(folder);
        this.surroundings = new Surroundings(
                postgres, Surroundings.freePort(), NewKeys.of(installed.jar()), installed, Measurement.RESULTS);
        this.sandbox = Benchmark.sandbox(surroundings.sandboxPort(), 0);
    }

    public static void main(String[] args) throws Exception {
        Measurement.run((postgres, folder) -> new Nodes(folder, postgres).run());
    }

    private void run() throws IOException, InterruptedException {
        Load load = new Load(sandboxUrl(), surroundings.keys().secret(), 1_000_000);
        for (int i = 1; i <= NODES; i++) {
            RunningSystem node = nodes.isEmpty()
                    ? Ours.start("node1", surroundings)
                    : Ours.join("node" + i, nodes.get(0), surroundings);
            nodes.add(node);
            load.run(node.url(), CLIENTS, WARM_UP);
            Load.Seen seen = load.run(nodes.stream().map(RunningSystem::url).toList(), CLIENTS, ROUND);
            System.out.printf(
                    Locale.ROOT,
                    "%d nodes, %d clients: %.1f verified a second, start p50 %.0f ms, p99 %.0f ms%n",
                    i,
                    CLIENTS,
                    seen.perSecond(),
                    seen.milliseconds(Visit.Step.START, 50),
                    seen.milliseconds(Visit.Step.START, 99));
        }
        killOne();
    }

    /** While many ask a bank that takes a second. */
    private void killOne() throws IOException, InterruptedException {
        sandbox.destroy();
        sandbox.waitFor();
        sandbox = Benchmark.sandbox(surroundings.sandboxPort(), 1);
        Thread.sleep(2_000);
        RunningSystem doomed = nodes.get(NODES - 1);
        Mall mall = new Mall(
                HttpClient.newHttpClient(),
                doomed.url(),
                sandboxUrl(),
                surroundings.keys().secret());
        Storm seen = new Storm("the killed node");
        PatientVisit visit = new PatientVisit(mall, seen);
        ExecutorService people = Executors.newCachedThreadPool();
        for (int client = 0; client < CLIENTS; client++) {
            people.execute(() -> {
                try {
                    while (true) {
                        visit.of(Applicant.number(nextPerson.getAndIncrement()));
                    }
                } catch (IOException e) {
                    // Its node has been killed.
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        Thread.sleep(10_000);
        doomed.process().destroyForcibly();
        long killed = System.nanoTime();
        doomed.process().waitFor();
        people.shutdownNow();
        Function<String, Integer> count =
                condition -> database(jdbc -> jdbc.sql("select count(*) from application where " + condition)
                        .query(Integer.class)
                        .single());
        int left = count.apply("status = 'IN_PROGRESS'");
        System.out.printf("A node is killed: %d applications were on their way%n", left);
        int before = left;
        while (left > 0 && System.nanoTime() - killed < PATIENCE.toNanos()) {
            Thread.sleep(100);
            left = count.apply("status = 'IN_PROGRESS'");
            if (left != before) {
                System.out.printf(Locale.ROOT, "after %4.1f s: %d%n", (System.nanoTime() - killed) / 1e9, left);
                before = left;
            }
        }
        database(jdbc -> jdbc.sql("""
                        select coalesce(outcome, action || coalesce(' ' || action_reason, ''), status) as what, count(*) as n
                        from application group by 1 order by 1
                        """)
                        .query((row, n) -> row.getString("what") + " " + row.getLong("n"))
                        .list())
                .forEach(line -> System.out.println("in the database: " + line));
    }

    private String sandboxUrl() {
        return "http://localhost:" + surroundings.sandboxPort();
    }

    private <T> T database(Function<JdbcClient, T> work) {
        try (HikariDataSource pool = nodes.get(0).database().pool()) {
            return work.apply(JdbcClient.create(pool));
        }
    }
}
