package io.realname.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * {@code benchmark/soak}: half an hour of load with a hundred thousand open appeals, while the engine's history is cleaned up.
 * Each minute it says how many were verified, and how large tables and memory are.
 */
public final class Soak {

    private static final Duration WARM_UP = Duration.ofSeconds(90);
    private static final int CLIENTS = 8;
    private static final int TEMPLATES = 20;
    private static final int WAITING = 100_000;
    /** Three of four ended so long ago that the engine forgets them now. */
    private static final int VERIFIED_BEFORE = 50_000;

    private static final Pattern HEAP = Pattern.compile("heap\\s+total \\d+K, used (\\d+)K");

    private final int minutes;
    private final Surroundings surroundings;
    private final RunningSystem ours;

    private Soak(int minutes, Path folder, DurablePostgres postgres) throws IOException, InterruptedException {
        this.minutes = minutes;
        Installed installed = Installed.in(folder);
        this.surroundings = new Surroundings(
                postgres, Surroundings.freePort(), NewKeys.of(installed.jar()), installed, Measurement.RESULTS);
        Benchmark.sandbox(surroundings.sandboxPort(), 0);
        this.ours = Ours.start(
                "soak",
                surroundings,
                "--camunda.bpm.generic-properties.properties.history-cleanup-batch-window-start-time=00:00",
                "--camunda.bpm.generic-properties.properties.history-cleanup-batch-window-end-time=23:59");
    }

    /** @param args {@code minutes=30} */
    public static void main(String[] args) throws Exception {
        int minutes = args.length == 0 ? 30 : Integer.parseInt(args[0].replace("minutes=", ""));
        Measurement.run((postgres, folder) -> new Soak(minutes, folder, postgres).run());
    }

    private void run() throws IOException, InterruptedException {
        Load load = new Load(
                "http://localhost:" + surroundings.sandboxPort(),
                surroundings.keys().secret(),
                1_000_000);
        load.run(ours.url(), CLIENTS, WARM_UP);
        Growth.fill(ours.database(), VERIFIED_BEFORE);
        fillDesk();
        List<Double> perSecond = new ArrayList<>();
        Map<String, Long> before = sizes();
        long heapBefore = heap();
        for (int minute = 1; minute <= minutes; minute++) {
            double now = load.run(ours.url(), CLIENTS, Duration.ofMinutes(1)).perSecond();
            perSecond.add(now);
            System.out.printf(
                    Locale.ROOT,
                    "minute %2d: %5.1f verified a second, act_ru_* %4d MB, memory of the process %4d MB, ended instances of the engine %d%n",
                    minute,
                    now,
                    runtime(sizes()) / 1_000_000,
                    Cpu.memory(ours.process().pid()) / 1_000_000,
                    ended());
        }
        int atEachEnd = Math.min(5, minutes);
        double first = average(perSecond.subList(0, atEachEnd));
        double last = average(perSecond.subList(minutes - atEachEnd, minutes));
        System.out.printf(
                Locale.ROOT,
                "the first %d minutes %.1f verified a second, the last %.1f: %.2f times as many%n",
                atEachEnd,
                first,
                last,
                last / first);
        System.out.printf(
                Locale.ROOT, "heap after a collection: %d MB before, %d MB after%n", heapBefore / 1024, heap() / 1024);
        Map<String, Long> after = sizes();
        after.forEach((table, size) -> System.out.printf(
                Locale.ROOT,
                "%-28s %8.1f MB before, %8.1f MB after%n",
                table,
                before.getOrDefault(table, 0L) / 1e6,
                size / 1e6));
    }

    private void fillDesk() throws IOException, InterruptedException {
        AppealsToCopy.file(ours, surroundings, TEMPLATES);
        try (HikariDataSource pool = ours.database().pool()) {
            new OpenAppeals(JdbcClient.create(pool), TEMPLATES).growTo(WAITING);
        }
    }

    /** With indexes, in bytes: the ten largest tables, and all that the engine writes and deletes for each application. */
    private Map<String, Long> sizes() {
        try (HikariDataSource pool = ours.database().pool()) {
            Map<String, Long> sizes = new TreeMap<>();
            JdbcClient.create(pool)
                    .sql("""
                            select relname, pg_total_relation_size(oid) as size from pg_class
                            where relkind = 'r' and relnamespace = 'public'::regnamespace
                              and (relname like 'act_ru_%' or pg_total_relation_size(oid) > 10000000)
                            """)
                    .query((row, n) -> sizes.put(row.getString("relname"), row.getLong("size")))
                    .list();
            return sizes;
        }
    }

    private static long runtime(Map<String, Long> sizes) {
        return sizes.entrySet().stream()
                .filter(table -> table.getKey().startsWith("act_ru_"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private long ended() {
        try (HikariDataSource pool = ours.database().pool()) {
            return JdbcClient.create(pool)
                    .sql("select count(*) from act_hi_procinst where end_time_ is not null")
                    .query(Long.class)
                    .single();
        }
    }

    /** After a full collection, in kilobytes. */
    private long heap() throws IOException {
        jcmd("GC.run");
        Matcher used = HEAP.matcher(jcmd("GC.heap_info"));
        if (!used.find()) {
            throw new IllegalStateException("jcmd printed something else");
        }
        return Long.parseLong(used.group(1));
    }

    private String jcmd(String command) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(ours.process().pid()),
                        command)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static double average(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
