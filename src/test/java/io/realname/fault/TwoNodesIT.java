package io.realname.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Walk;
import io.realname.dev.TestDatabase;
import io.realname.doors.WebApp;
import io.realname.people.TestPeople;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A reviewer's login and draft survive {@code kill -9} of their node between the login and the decision. */
class TwoNodesIT {

    private static final String ENGINE = "/camunda/api/engine/engine/default";
    private static final Applicant APPLICANT = Applicant.number(5530);
    private static final String PASSPORT = TestPeople.passport(5530);
    private static final String NOTE = "the portrait looks pasted in";

    @Test
    void aReviewerGoesOnWhereTheOtherNodeWasKilled() throws Exception {
        SandboxServer sandbox = SandboxServer.start(SandboxSettings.of("sandbox-id", "sandbox-key"));
        JdbcConnectionDetails database = TestDatabase.fresh();
        JdbcClient jdbc = JdbcClient.create(
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword()));
        try (ChildApp first = ChildApp.start(database, sandbox.port(), Map.of(), log("first"));
                ChildApp second = ChildApp.start(database, sandbox.port(), Map.of(), log("second"))) {
            Walk walk = Walk.at(first.port(), sandbox);
            String application = walk.withPassportPictures(walk.typed(), APPLICANT, 5530, "FRA");
            engageReviewer(first.port());
            WebApp reviewer = WebApp.open(first.port());
            assertThat(reviewer.login("twonodes", "Long-Enough-2026!").status()).isEqualTo(200);
            String task = reviewer.get(ENGINE + "/task").at("/0/id");
            assertThat(reviewer.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"twonodes\"}")
                            .status())
                    .isEqualTo(204);
            String path = "/review/tasks/" + task;
            assertThat(reviewer.send(
                                    "PUT",
                                    path + "/draft",
                                    "{\"decision\":\"REJECT\",\"missing\":[],\"note\":\"" + NOTE + "\"}",
                                    "application/json")
                            .status())
                    .isEqualTo(204);

            first.kill();
            WebApp after = reviewer.at(second.port());
            Reply shown = after.get(path);

            assertThat(shown.status()).as("without another login").isEqualTo(200);
            assertThat(shown.at("/draft/content/note")).isEqualTo(NOTE);
            assertThat(shown.at("/applicant/realName")).isEqualTo(APPLICANT.name());
            assertThat(after.post(ENGINE + "/task/" + task + "/complete", ballot())
                            .status())
                    .isEqualTo(204);
            assertThat(Walk.at(second.port(), sandbox).settled(application).at("/outcome/reason"))
                    .isEqualTo("FORGERY_SUSPECTED");
            assertThat(jdbc.sql(
                                    "select string_agg(encode(attribute_bytes, 'escape'), ' ') from spring_session_attributes")
                            .query(String.class)
                            .single())
                    .as("what sessions hold")
                    .contains("twonodes")
                    .doesNotContain(APPLICANT.name(), PASSPORT, APPLICANT.mobile(), NOTE);
        }
    }

    private static void engageReviewer(int port) {
        WebApp admin = WebApp.open(port);
        assertThat(admin.login("admin", "Cockpit-Demo-2026").status()).isEqualTo(200);
        assertThat(admin.post(
                                ENGINE + "/user/create",
                                "{\"profile\":{\"id\":\"twonodes\",\"firstName\":\"Two\",\"lastName\":\"Nodes\"},"
                                        + "\"credentials\":{\"password\":\"Long-Enough-2026!\"}}")
                        .status())
                .isEqualTo(204);
        assertThat(admin.send("PUT", ENGINE + "/group/appeal-review/members/twonodes", "", "application/json")
                        .status())
                .isEqualTo(204);
    }

    private static String ballot() {
        return "{\"variables\":{\"decision\":{\"type\":\"String\",\"value\":\"REJECT\",\"valueInfo\":{\"transient\":true}},"
                + "\"reason\":{\"type\":\"String\",\"value\":\"FORGERY_SUSPECTED\",\"valueInfo\":{\"transient\":true}}}}";
    }

    private static Path log(String name) {
        return Path.of("target", "two-nodes", name + ".log");
    }
}
