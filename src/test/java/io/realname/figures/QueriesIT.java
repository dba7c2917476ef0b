package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Door;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real Prometheus scrapes the app under a little load, and runs every query of the dashboard and every alert. No
 * query may fail, and none may be empty: each names metrics that are there. {@code operations/check-queries} runs this
 * test and shows what it saw.
 */
@RealnameTest
class QueriesIT {

    private static final People PEOPLE = People.of(9630, 9649);
    private static final Path SEEN = Path.of("target/queries.txt");

    /** A metric with its labels, as in {@code realname_tasks_open{job="realname"}}. */
    private static final Pattern SELECTOR = Pattern.compile("([a-z][a-z0-9_]*)\\{job=\"realname\"");

    @Autowired
    private Walk walk;

    @Autowired
    private Figures figures;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    @Test
    void dashboardAndAlertsFindTheirData() throws Exception {
        Promtool.require();
        Dashboard dashboard = Dashboard.shipped();
        AlertRules rules = AlertRules.shipped();
        auditTheTrail();
        try (Prometheus prometheus = Prometheus.scraping(walk.port(), folder)) {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !prometheus.query("up{job=\"realname\"} == 1").isEmpty());
            load();
            makeABackup();
            figures.readAgain();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(dashboard.queries())
                            .allSatisfy(query -> assertThat(prometheus.query(query.expression()))
                                    .as(() -> query + ", last scrape: " + prometheus.trouble())
                                    .isNotEmpty()));
            StringBuilder seen = new StringBuilder();
            for (Dashboard.Query query : dashboard.queries()) {
                seen.append(line(query.panel(), prometheus.query(query.expression())));
            }
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> evaluated(prometheus) == rules.alerts().size());
            // The others ask the proxy and the machine, which operations/drill runs.
            List<AlertRules.Alert> ofTheApp = rules.alerts().stream()
                    .filter(alert -> !alert.expression().matches("(?s).*job=\"(proxy|machine)\".*"))
                    .toList();
            for (AlertRules.Alert alert : ofTheApp) {
                Set<String> metrics = metrics(alert.expression());
                assertThat(metrics).as(alert.name()).isNotEmpty();
                // What is only in alerts may come with the next scrape.
                await().atMost(Duration.ofSeconds(30))
                        .untilAsserted(() -> assertThat(metrics)
                                .allSatisfy(metric -> assertThat(prometheus.query(metric + "{job=\"realname\"}"))
                                        .as("of " + alert.name())
                                        .isNotEmpty()));
                seen.append("%-40s %s%n".formatted(alert.name(), metrics));
            }
            Files.writeString(SEEN, seen.toString());
            assertThat(rulesInTrouble(prometheus)).isEmpty();
            assertThat(prometheus.query("realname_no_such_metric{job=\"realname\"}"))
                    .as("what a wrong name gives")
                    .isEmpty();
        }
    }

    /** In the app this happens at night. */
    private void auditTheTrail() {
        jdbc.sql("""
                        insert into trail_audit (started_at, ended_at, applications, without_trail, findings)
                        values (now() - interval '2 seconds', now(), 0, 0, 0)
                        """).update();
    }

    /** As {@code operations/backup} does. */
    private void makeABackup() {
        jdbc.sql("insert into base_backup (at) values (now()) on conflict do nothing")
                .update();
    }

    /** What happens to an installation in a few minutes: people get verified, mistype, come with a passport, go away. */
    private void load() {
        Door door = walk.typed();
        for (int i = 0; i < 3; i++) {
            walk.verified(door, PEOPLE.next());
            mistyped(door, walk.known(PEOPLE.next()));
            int passport = PEOPLE.number();
            walk.withPassportPictures(door, Applicant.number(passport), passport, "FRA");
            Client.withSecret("mall", "not the secret", walk.port()).get("/api/v1/verifications/1");
            figures.readAgain();
        }
    }

    private void mistyped(Door door, Applicant applicant) {
        String id = walk.waitingForCode(door, applicant);
        assertThat(door.submitCode(id, walk.wrongCode(applicant.mobile())).status())
                .isEqualTo(422);
        assertThat(walk.mall().delete("/api/v1/verifications/" + id).status()).isEqualTo(200);
    }

    private static Set<String> metrics(String expression) {
        return SELECTOR.matcher(expression)
                .results()
                .map((MatchResult selector) -> selector.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static long evaluated(Prometheus prometheus) {
        return rules(prometheus).stream()
                .filter(rule -> !rule.path("health").asText().equals("unknown"))
                .count();
    }

    private static List<JsonNode> rulesInTrouble(Prometheus prometheus) {
        return rules(prometheus).stream()
                .filter(rule -> !rule.path("health").asText().equals("ok"))
                .toList();
    }

    private static List<JsonNode> rules(Prometheus prometheus) {
        return Dashboard.elements(prometheus.rules().at("/data/groups"))
                .flatMap(group -> Dashboard.elements(group.path("rules")))
                .toList();
    }

    private static String line(String panel, List<JsonNode> series) {
        String first = series.isEmpty() ? "" : series.get(0).at("/value/1").asText();
        return "%-40s %3d series, the first: %s%n".formatted(panel, series.size(), first);
    }
}
