package io.realname.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.realname.app.Applicant;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code benchmark/overload}: twice as many people as one node can serve, with a bank that answers at once, after 2 s, and
 * after 30 s; and people while a thousand others wait for their applications.
 */
public final class Overload {

    private static final Duration WARM_UP = Duration.ofMinutes(4);
    private static final Duration STORM = Duration.ofSeconds(40);
    private static final int WAITERS = 1_000;
    private static final Duration DRAINED = Duration.ofMinutes(20);

    private final HttpClient http =
            HttpClient.newBuilder().executor(Executors.newFixedThreadPool(4)).build();
    private final int sandboxPort = Surroundings.freePort();
    private final AtomicInteger nextPerson = new AtomicInteger(2_000_000);
    private final AtomicInteger answersForWaiters = new AtomicInteger();
    private final AtomicInteger refusedWaiters = new AtomicInteger();
    private final NewKeys keys;
    private final RunningSystem ours;
    private final Mall mall;
    private Process sandbox;

    private Overload(Path folder, DurablePostgres postgres) throws IOException, InterruptedException {
        Installed installed = Installed.in(folder);
        this.keys = NewKeys.of(installed.jar());
        this.sandbox = Benchmark.sandbox(sandboxPort, 0);
        this.ours = Ours.start("ours", new Surroundings(postgres, sandboxPort, keys, installed, Measurement.RESULTS));
        this.mall = new Mall(http, ours.url(), "http://localhost:" + sandboxPort, keys.secret());
    }

    public static void main(String[] args) throws Exception {
        Measurement.run((postgres, folder) -> new Overload(folder, postgres).run(List.of(args)));
    }

    private void run(List<String> args) throws IOException, InterruptedException {
        Load load = new Load("http://localhost:" + sandboxPort, keys.secret(), 1_000_000);
        load.run(ours.url(), 8, WARM_UP);
        Load.Seen busy = load.run(ours.url(), 8, STORM);
        double capacity = busy.perSecond();
        double busyP99 = busy.milliseconds(Visit.Step.START, 99);
        System.out.printf(
                Locale.ROOT,
                "8 clients, one visit after the other: %.1f verified a second, start p50 %.0f ms, p99 %.0f ms%n",
                capacity,
                busy.milliseconds(Visit.Step.START, 50),
                busyP99);
        Storm before = storm("half of it", capacity / 2);
        Storm much = storm("twice as many", capacity * 2);
        Storm after = storm("half of it", capacity / 2);
        compare(much, busyP99, before, after);
        if (!args.contains("slow-bank=false")) {
            bankTakes(2);
            compare(storm("twice as many, bank 2 s", capacity * 2), busyP99, before, after);
            bankTakes(30);
            compare(storm("twice as many, bank 30 s", capacity * 2), busyP99, before, after);
            bankTakes(0);
            storm("half of it, to get well", capacity / 2);
            drained();
            after = storm("half of it", capacity / 2);
        }
        Storm beside = besideWaiters("half of it, 1,000 waiting", capacity / 2, Mall.LONGEST_WAIT);
        Storm between = storm("half of it", capacity / 2);
        Storm crowd = besideWaiters("half of it, and a crowd", capacity / 2, Duration.ZERO);
        Storm last = storm("half of it", capacity / 2);
        compare(beside, busyP99, after, between);
        compare(crowd, busyP99, between, last);
        counted();
    }

    private static void compare(Storm storm, double busyP99, Storm before, Storm after) {
        System.out.printf(
                Locale.ROOT,
                "%s: p99 of a start %.2f and %.2f times that at half of it, %.2f times that of 8 clients; lost: %d%n",
                storm.name(),
                storm.p99() / before.p99(),
                storm.p99() / after.p99(),
                storm.p99() / busyP99,
                storm.lost());
    }

    /** People come at a fixed rate. Ends when all who were accepted know how it went. */
    private Storm storm(String name, double perSecond) throws InterruptedException {
        Storm seen = new Storm(name);
        PatientVisit visit = new PatientVisit(mall, seen);
        ExecutorService people = Executors.newCachedThreadPool();
        long begin = System.nanoTime();
        int came = 0;
        while (System.nanoTime() - begin < STORM.toNanos()) {
            if (came < (System.nanoTime() - begin) / 1e9 * perSecond) {
                came++;
                seen.came();
                people.execute(() -> {
                    try {
                        visit.of(Applicant.number(nextPerson.getAndIncrement()));
                    } catch (IOException e) {
                        seen.fault(e.toString());
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            } else {
                Thread.sleep(1);
            }
        }
        people.shutdown();
        people.awaitTermination(10, TimeUnit.MINUTES);
        System.out.println(seen);
        System.out.printf(
                Locale.ROOT,
                "%-28s all done %d s after the last one came%n",
                "",
                Duration.ofNanos(System.nanoTime() - begin).minus(STORM).toSeconds());
        return seen;
    }

    /** All codes by SMS are read by then: the sandbox forgets them. */
    private void bankTakes(int seconds) throws IOException, InterruptedException {
        sandbox.destroy();
        sandbox.waitFor();
        sandbox = Benchmark.sandbox(sandboxPort, seconds);
        Thread.sleep(2_000);
    }

    /**
     * @param within the time in which those who wait come: the longest wait, if they come as people do, so that none asks
     *     again at the same moment as the others; none, if another node has ended
     */
    private Storm besideWaiters(String name, double perSecond, Duration within) throws InterruptedException {
        String waited = inProgress();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService comers = Executors.newSingleThreadExecutor();
        comers.execute(() -> {
            for (int i = 0; i < WAITERS && !over.get(); i++) {
                await(waited, over);
                sleep(within.dividedBy(WAITERS));
            }
        });
        if (!within.isZero()) {
            sleep(within);
        }
        answersForWaiters.set(0);
        refusedWaiters.set(0);
        Storm seen = storm(name, perSecond);
        over.set(true);
        comers.shutdown();
        System.out.printf(
                "%d answers for those who wait, %d of them not 200%n", answersForWaiters.get(), refusedWaiters.get());
        return seen;
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Who is told to come back later does so. */
    private void await(String application, AtomicBoolean over) {
        http.sendAsync(mall.wait(application), BodyHandlers.discarding()).whenComplete((answer, failure) -> {
            answersForWaiters.incrementAndGet();
            if (answer == null || answer.statusCode() != 200) {
                refusedWaiters.incrementAndGet();
            }
            long later = answer == null
                    ? 5
                    : answer.headers().firstValueAsLong("Retry-After").orElse(0);
            if (!over.get()) {
                CompletableFuture.delayedExecutor(later, TimeUnit.SECONDS).execute(() -> await(application, over));
            }
        });
    }

    /** An application that goes on for ever: a copy of one that has ended. */
    private String inProgress() {
        return jdbc(jdbc -> {
            String id = UUID.randomUUID().toString();
            jdbc.sql("""
                        insert into account select (jsonb_populate_record(t, jsonb_build_object('user_name', ?::text))).*
                        from account t limit 1
                        """).param(id).update();
            jdbc.sql("""
                        insert into application select (jsonb_populate_record(t, jsonb_build_object(
                            'id', ?::text, 'account', ?::text, 'status', 'IN_PROGRESS', 'outcome', null, 'ended_at', null))).*
                        from application t where outcome = 'VERIFIED' limit 1
                        """).params(id, id).update();
            return id;
        });
    }

    /** Applications whose bank was away go on by themselves: their jobs are run again, at longer and longer intervals. */
    private void drained() throws InterruptedException {
        long begin = System.nanoTime();
        long left = inProgressNow();
        System.out.printf("%d applications still wait for the bank that was away%n", left);
        while (left > 0 && System.nanoTime() - begin < DRAINED.toNanos()) {
            Thread.sleep(1_000);
            left = inProgressNow();
        }
        System.out.printf(
                "%d of them after another %d s%n",
                left, Duration.ofNanos(System.nanoTime() - begin).toSeconds());
    }

    private long inProgressNow() {
        return jdbc(jdbc -> jdbc.sql("select count(*) from application where status = 'IN_PROGRESS'")
                .query(Long.class)
                .single());
    }

    /** What the database knows, so that no client's mistake hides a loss. */
    private void counted() {
        jdbc(jdbc -> jdbc.sql(
                                "select status || coalesce(' ' || outcome, '') as what, count(*) as n from application group by 1 order by 1")
                        .query((row, n) -> row.getString("what") + " " + row.getLong("n"))
                        .list())
                .forEach(line -> System.out.println("in the database: " + line));
    }

    private <T> T jdbc(Function<JdbcClient, T> work) {
        try (HikariDataSource pool = ours.database().pool()) {
            return work.apply(JdbcClient.create(pool));
        }
    }
}
