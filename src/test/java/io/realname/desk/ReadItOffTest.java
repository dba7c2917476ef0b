package io.realname.desk;

import static io.realname.doors.Problems.assertNothingPersonalIn;
import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Appellant;
import io.realname.app.Client.Reply;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.doors.WebApp;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reviewer types the number on the document and learns whether it is the stated one, which stays masked. */
@RealnameTest
class ReadItOffTest {

    private static final People PEOPLE = People.of(8260, 8279);
    private static final String ENGINE = "/camunda/api/engine/engine/default";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews reviews;

    @Autowired
    private AuditTrail trail;

    private Appellant appellant;
    private String application;
    private String task;
    private String path;
    private WebApp holder;
    private WebApp colleague;

    @BeforeEach
    void anAppealIsClaimed() {
        appellant = Appellant.of(walk, PEOPLE, "JD_MALL");
        application = walk.mall()
                .upload(
                        "/api/v1/appeals",
                        appellant.form(
                                appellant.notMyOperation(),
                                List.of(Appellant.FRONT, Appellant.BACK, Appellant.HOLDING, Appellant.CERTIFICATE)))
                .at("/id");
        task = reviews.taskOf(application);
        path = "/review/tasks/" + task + "/reading";
        reviews.person("reader8260", "appeal-review");
        reviews.person("reader8261", "appeal-review");
        holder = reviews.loggedIn(walk.port(), "reader8260");
        colleague = reviews.loggedIn(walk.port(), "reader8261");
        claim(holder, "reader8260");
    }

    @Test
    void theHolderHearsWhetherItIsTheSame() {
        String number = appellant.person().residentId();
        String spaced = number.substring(0, 6) + " " + number.substring(6, 14) + "-" + number.substring(14);

        assertThat(read(number)).isEqualTo("SAME");
        assertThat(read(spaced.toLowerCase(Locale.ROOT))).isEqualTo("SAME");
        assertThat(read(PEOPLE.next().residentId())).isEqualTo("DIFFERS");
        assertThat(read(number.substring(1))).isEqualTo("NOT_A_NUMBER_OF_THIS_TYPE");
        assertThat(read("E12345678")).isEqualTo("NOT_A_NUMBER_OF_THIS_TYPE");

        assertThat(readings())
                .extracting(entry -> entry.facts().get("result"))
                .containsExactly("SAME", "SAME", "DIFFERS", "NOT_A_NUMBER_OF_THIS_TYPE", "NOT_A_NUMBER_OF_THIS_TYPE");
        assertThat(readings()).allSatisfy(entry -> {
            assertThat(entry.actor()).isEqualTo("user:reader8260");
            assertThat(entry.facts()).containsOnlyKeys("review", "step", "person", "result");
        });
    }

    @Test
    void theAnswerTellsNothingElse() {
        Reply same = send(holder, appellant.person().residentId());

        assertThat(same.body()).hasSize(2);
        assertThat(same.body().at("/issuingCountry").isNull()).isTrue();
        assertThat(same.header("Cache-Control")).isEqualTo("no-store");
        assertNothingPersonalIn(same, appellant.person());
        assertNothingPersonalIn(
                holder.post(path, "{\"documentNumber\":{\"" + appellant.person().residentId() + "\":1}}"),
                appellant.person());
        assertProblem(
                holder.post(path, "{\"documentNumber\":\" \"}"),
                400,
                "MALFORMED_REQUEST",
                "/documentNumber",
                "REQUIRED");
        assertProblem(holder.post(path, "{}"), 400, "MALFORMED_REQUEST", "/documentNumber", "REQUIRED");
    }

    @Test
    void itIsForTheHolderAlone() {
        reviews.person("reader8262", "senior-review");

        assertProblem(send(colleague, "E12345678"), 403, "FORBIDDEN");
        assertProblem(send(reviews.loggedIn(walk.port(), "reader8262"), "E12345678"), 404, "NOT_FOUND");
        assertProblem(send(WebApp.open(walk.port()), "E12345678"), 401, "UNAUTHORIZED");
        assertThat(readings()).isEmpty();
    }

    /** A foreign page sends the session's cookie, but no token, and no JSON without asking first. */
    @Test
    void noForeignPageAsks() {
        String body = "{\"documentNumber\":\"E12345678\"}";

        assertProblem(holder.withoutToken().post(path, body), 403, "FORBIDDEN");
        assertProblem(holder.send("POST", path, body, "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertThat(holder.get(path + "?documentNumber=E12345678").status()).isEqualTo(403);
        assertThat(readings()).isEmpty();
    }

    /** Such a text is not compared. */
    @Test
    void whatIsNoNumberDoesNotCount() {
        IntStream.range(0, 12).forEach(n -> assertThat(read("E12345678")).isEqualTo("NOT_A_NUMBER_OF_THIS_TYPE"));

        assertThat(read(appellant.person().residentId())).isEqualTo("SAME");
    }

    @Test
    void afterTenThereAreNoMore() {
        String another = PEOPLE.next().residentId();
        IntStream.range(0, 10).forEach(n -> assertThat(read(another)).isEqualTo("DIFFERS"));

        assertProblem(send(holder, appellant.person().residentId()), 429, "TOO_MANY_READINGS");
        assertThat(readings()).hasSize(10);

        assertThat(holder.post(ENGINE + "/task/" + task + "/unclaim", "{}").status())
                .isEqualTo(204);
        claim(colleague, "reader8261");
        assertThat(send(colleague, appellant.person().residentId()).at("/documentNumber"))
                .isEqualTo("SAME");
    }

    private void claim(WebApp reviewer, String login) {
        assertThat(reviewer.post(ENGINE + "/task/" + task + "/claim", "{\"userId\":\"" + login + "\"}")
                        .status())
                .isEqualTo(204);
    }

    private String read(String number) {
        Reply reply = send(holder, number);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return reply.at("/documentNumber");
    }

    private Reply send(WebApp reviewer, String number) {
        return reviewer.post(path, "{\"documentNumber\":\"" + number + "\"}");
    }

    private List<AuditEntry> readings() {
        return trail.of(UUID.fromString(application)).stream()
                .filter(entry -> entry.event() == AuditEvent.DOCUMENT_READ_OFF)
                .toList();
    }
}
