package io.realname.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.zaxxer.hikari.HikariDataSource;
import io.realname.app.Client.Reply;
import io.realname.benchmark.DurablePostgres.Database;
import io.realname.doors.WebApp;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@code benchmark/desk}: how long a reviewer waits for Tasklist, with a thousand to a hundred thousand open appeals. */
public final class Desk {

    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int TEMPLATES = 20;
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 100_000);
    private static final int TIMES = 100;

    /** A request that takes seconds need not be sent so often. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Pattern PASSWORD = Pattern.compile("(?m)^password: (\\S+)$");

    /** As Tasklist asks for a page, in the order that it has at first. */
    private static final String DUE_FIRST = """
            {"sorting":[{"sortBy":"dueDate","sortOrder":"asc"}]}""";

    private final Surroundings surroundings;
    private final RunningSystem ours;

    private Desk(Path folder, DurablePostgres postgres) throws IOException, InterruptedException {
        Installed installed = Installed.in(folder);
        this.surroundings = new Surroundings(
                postgres, Surroundings.freePort(), NewKeys.of(installed.jar()), installed, Measurement.RESULTS);
        Benchmark.sandbox(surroundings.sandboxPort(), 0);
        this.ours = Ours.start("desk", surroundings);
    }

    public static void main(String[] args) throws Exception {
        Measurement.run((postgres, folder) -> new Desk(folder, postgres).run());
    }

    private void run() throws IOException, InterruptedException {
        AppealsToCopy.file(ours, surroundings, TEMPLATES);
        try (HikariDataSource pool = ours.database().pool()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            OpenAppeals appeals = new OpenAppeals(jdbc, TEMPLATES);
            WebApp reviewer = reviewer("li", "appeal-review");
            WebApp lead = reviewer("zhao", "senior-review");
            Map<String, String> filters = filters(reviewer);
            measure("", filters, reviewer, lead, WARM_UP);
            for (int size : SIZES) {
                appeals.growTo(size);
                measure(size + " open", filters, reviewer, lead, Duration.ZERO);
            }
        }
    }

    private WebApp reviewer(String login, String group) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                surroundings.installed().jar().toString(),
                "add-user",
                login,
                "--group=" + group);
        command.environment().putAll(Providers.at(surroundings.sandboxPort()));
        command.environment().putAll(Ours.settings(surroundings.keys()));
        command.environment()
                .putAll(Map.of(
                        "SPRING_DATASOURCE_URL",
                        ours.database().jdbcUrl(),
                        "SPRING_DATASOURCE_USERNAME",
                        Database.USER,
                        "SPRING_DATASOURCE_PASSWORD",
                        "trusted"));
        String printed = new String(
                command.redirectErrorStream(true).start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher password = PASSWORD.matcher(printed);
        if (!password.find()) {
            throw new IllegalStateException("add-user printed something else:\n" + printed);
        }
        WebApp tasklist = WebApp.open(ours.port());
        good(tasklist.login(login, password.group(1)));
        return tasklist;
    }

    /** The path of each filter, by its English name. */
    private static Map<String, String> filters(WebApp reviewer) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (JsonNode filter : good(reviewer.get(ENGINE + "/filter?resourceType=Task&sortBy=filterId&sortOrder=asc"))
                .body()) {
            paths.put(
                    filter.at("/name").asText().replaceFirst(" ·.*", ""),
                    ENGINE + "/filter/" + filter.at("/id").asText());
        }
        return paths;
    }

    private static void measure(
            String size, Map<String, String> filters, WebApp reviewer, WebApp lead, Duration atLeast) {
        filters.forEach((name, path) -> {
            timed(
                    size,
                    name + ": first page",
                    atLeast,
                    () -> reviewer.post(path + "/list?firstResult=0&maxResults=15", DUE_FIRST));
            timed(size, name + ": count", atLeast, () -> reviewer.get(path + "/count"));
            timed(
                    size,
                    name + ": both, as Tasklist asks",
                    atLeast,
                    () -> reviewer.postForHal(path + "/list?firstResult=0&maxResults=15", DUE_FIRST));
        });
        timed(
                size,
                "My groups, searched by name: first page",
                atLeast,
                () -> reviewer.post(
                        filters.get("My groups") + "/list?firstResult=0&maxResults=15",
                        DUE_FIRST.replaceFirst("}$", ",\"nameLike\":\"%\"}")));
        timed(size, "a lead's page", atLeast, () -> lead.get("/review/team"));
    }

    private static void timed(String size, String what, Duration atLeast, Supplier<Reply> request) {
        Histogram took = new Histogram(3);
        long begin = System.nanoTime();
        for (int i = 0; i < TIMES || System.nanoTime() - begin < atLeast.toNanos(); i++) {
            long before = System.nanoTime();
            good(request.get());
            took.recordValue(System.nanoTime() - before);
            if (System.nanoTime() - begin > LONGEST.toNanos()) {
                break;
            }
        }
        if (!size.isEmpty()) {
            System.out.printf(
                    Locale.ROOT,
                    "%-12s %-45s p50 %6.1f ms  p95 %6.1f ms%n",
                    size,
                    what,
                    took.getValueAtPercentile(50) / 1e6,
                    took.getValueAtPercentile(95) / 1e6);
        }
    }

    private static Reply good(Reply reply) {
        if (reply.status() >= 300) {
            throw new IllegalStateException(
                    reply.status() + " " + reply.response().request().uri().getPath() + " "
                            + reply.response().body());
        }
        return reply;
    }
}
