package io.realname.operations;

import static io.realname.doors.Problems.assertProblem;
import static io.realname.operations.OperatorsDesk.search;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Registered;
import io.realname.app.Walk;
import io.realname.desk.CaseNumber;
import io.realname.desk.OpenReviews;
import io.realname.doors.WebApp;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An operator finds an application by what support knows of it, and sees where it stands. */
@RealnameTest
class CaseSearchTest {

    private static final People PEOPLE = People.of(9550, 9569);
    private static final String SEARCH = "/operations/cases/search";
    private static final String OPERATOR = "operator9550";

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews people;

    @Autowired
    private Registered registered;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private WebApp operator;

    @BeforeEach
    void logIn() {
        operator = OperatorsDesk.operator(people, walk.port(), OPERATOR);
        jdbc.sql("delete from operator_search").update();
    }

    @Test
    void anEndedApplicationIsFoundByEachOfItsNames() {
        Applicant applicant = PEOPLE.next();
        String id = walk.verified(walk.typed(), applicant);
        String caseNumber = CaseNumber.of(UUID.fromString(id)).value();
        String serialNumber = jdbc.sql("select serial_number from mobile_code where application = ?::uuid")
                .param(id)
                .query(String.class)
                .single();

        assertFoundBy("ACCOUNT", applicant.account(), id);
        assertFoundBy("APPLICATION_ID", id, id);
        assertFoundBy("APPLICATION_ID", " " + id.toUpperCase(Locale.ROOT) + " ", id);
        assertFoundBy("CASE_NUMBER", caseNumber, id);
        assertFoundBy(
                "CASE_NUMBER",
                caseNumber
                        .toLowerCase(Locale.ROOT)
                        .replace("-", " ")
                        .replace('0', 'o')
                        .replace('1', 'l'),
                id);
        JsonNode found = assertFoundBy("SMS_SERIAL_NUMBER", serialNumber, id);

        assertThat(found.at("/status").asText()).isEqualTo("SUCCEEDED");
        assertThat(found.at("/outcome").asText()).isEqualTo("VERIFIED");
        assertThat(found.at("/endedAt").asText()).isNotEmpty();
        assertThat(found.at("/client").asText()).isEqualTo("mall");
        assertThat(found.at("/account").asText())
                .isEqualTo("u***" + applicant.account().charAt(8));
        assertThat(found.at("/messages/0/serialNumber").asText()).isEqualTo(serialNumber);
        assertThat(found.at("/messages/0/state").asText()).isEqualTo("USED");
        assertThat(found.at("/calls")).hasSize(1);
        assertThat(found.at("/calls/0/what").asText()).isEqualTo("BANK_CARD");
        assertThat(found.at("/calls/0/result").asText()).isEqualTo("MATCH");
        assertThat(found.at("/calls/0/requestId").asText()).isNotEmpty();
        assertThat(texts(found.at("/diagrams"), "/diagram")).containsExactly("new-user-verification", "confirm-mobile");
        assertThat(found.at("/diagrams/0/cockpit").isNull())
                .as("Cockpit shows no ended instance")
                .isTrue();
        assertThat(found.at("/diagrams/0/at")).isEmpty();
        assertThat(texts(found.at("/diagrams/0/passed"), "/id")).contains("CheckBankCard", "BindIdentity");
        assertThat(found.toString())
                .doesNotContain(
                        applicant.account(),
                        applicant.name(),
                        applicant.residentId(),
                        applicant.pan(),
                        applicant.mobile());
    }

    @Test
    void anOpenApplicationStandsAtItsStep() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.waitingForCode(walk.typed(), applicant);

        JsonNode found = assertFoundBy("ACCOUNT", applicant.account(), id);

        assertThat(found.at("/status").asText()).isEqualTo("ACTION_REQUIRED");
        assertThat(found.at("/action").asText()).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(found.at("/endedAt").isNull()).isTrue();
        JsonNode called = found.at("/diagrams/1");
        assertThat(called.at("/diagram").asText()).isEqualTo("confirm-mobile");
        assertThat(texts(called.at("/at"), "/id")).contains("MobileCodeSubmitted");
        assertThat(called.at("/cockpit").asText())
                .isEqualTo("/camunda/app/cockpit/default/#/process-instance/"
                        + called.at("/instance").asText() + "/runtime");
    }

    @Test
    void whoLooksIsOnTheTrail() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = walk.started(walk.typed(), applicant);

        search(operator, applicant.account());

        AuditEntry entry = trail.of(UUID.fromString(id)).stream()
                .filter(one -> one.event() == AuditEvent.CASE_FOUND)
                .findFirst()
                .orElseThrow();
        assertThat(entry.actor()).isEqualTo("user:" + OPERATOR);
        assertThat(entry.facts()).containsOnly(Map.entry("by", "ACCOUNT"));
    }

    @Test
    void theNewestTenApplicationsOfAnAccountAreShown() {
        Applicant applicant = PEOPLE.next();
        UUID newest = null;
        for (int n = 0; n < 11; n++) {
            newest = registered.application(applicant, "JD_MALL");
            jdbc.sql("""
                            update application set ended_at = now(), created_at = now() + :n * interval '1 second'
                            where id = :id
                            """).param("n", n).param("id", newest).update();
        }

        Reply found = search(operator, applicant.account());

        assertThat(found.body().at("/cases")).hasSize(10);
        assertThat(found.body().at("/more").asBoolean()).isTrue();
        assertThat(found.at("/cases/0/id")).isEqualTo(String.valueOf(newest));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String text :
                List.of("nobody.9550", "ZZZZ-ZZZZ", UUID.randomUUID().toString(), "2640:123", "张三 李四", "%")) {
            Reply none = search(operator, text);
            assertThat(none.status()).as(text).isEqualTo(200);
            assertThat(none.body().at("/cases")).as(text).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'{}', REQUIRED",
        "'{\"text\":\"   \"}', REQUIRED",
        "'{\"text\":\"a\\u0000b\"}', INVALID_CHARACTER",
        "'{\"text\":\"a\\nb\"}', INVALID_CHARACTER"
    })
    void aTextThatCanBeNoNameIsRefused(String body, String code) {
        assertProblem(operator.post(SEARCH, body), 400, "MALFORMED_REQUEST", "/text", code);
    }

    @Test
    void otherBodiesAreRefused() {
        assertProblem(search(operator, "a".repeat(101)), 400, "MALFORMED_REQUEST", "/text", "INVALID_LENGTH");
        assertProblem(operator.post(SEARCH, "{"), 400, "MALFORMED_REQUEST", "", "NOT_JSON");
        assertProblem(operator.send("POST", SEARCH, "text=a", "text/plain"), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(search(operator, "a".repeat(70_000)), 413, "PAYLOAD_TOO_LARGE");
        assertThat(operator.get(SEARCH).status()).isEqualTo(403);
    }

    @Test
    void operatorsAndAdministratorsOnly() {
        people.person("reviewer9550", "appeal-review");
        WebApp reviewer = people.loggedIn(walk.port(), "reviewer9550");
        WebApp admin = OperatorsDesk.loggedIn(walk.port(), "admin", "Cockpit-Demo-2026");

        assertThat(search(admin, "nobody").status()).isEqualTo(200);
        assertProblem(search(reviewer, "nobody"), 403, "FORBIDDEN");
        assertProblem(reviewer.get("/operations/session"), 403, "FORBIDDEN");
        assertProblem(search(WebApp.open(walk.port()), "nobody"), 401, "UNAUTHORIZED");
        assertProblem(walk.mall().post(SEARCH, "{\"text\":\"nobody\"}"), 401, "UNAUTHORIZED");
        assertProblem(operator.withoutToken().post(SEARCH, "{\"text\":\"nobody\"}"), 403, "FORBIDDEN");
        assertThat(operator.get("/operations/session").at("/user")).isEqualTo(OPERATOR);
    }

    @Test
    void whoHasLeftTheGroupFindsNothingMore() {
        WebApp leaver = OperatorsDesk.operator(people, walk.port(), "operator9551");
        assertThat(search(leaver, "nobody").status()).isEqualTo(200);

        people.leaves("operator9551", "operators");

        assertProblem(search(leaver, "nobody"), 403, "FORBIDDEN");
    }

    @Test
    void nobodyWalksThroughTheAccountsByAProgram() {
        WebApp hasty = OperatorsDesk.operator(people, walk.port(), "operator9552");
        for (int n = 0; n < SearchLimit.SEARCHES_A_MINUTE; n++) {
            assertThat(search(hasty, "nobody").status()).isEqualTo(200);
        }

        Reply refused = search(hasty, "nobody");

        assertProblem(refused, 429, "TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
        assertThat(search(operator, "nobody").status()).as("somebody else").isEqualTo(200);
        jdbc.sql("update operator_search set since = since - interval '1 minute'")
                .update();
        assertThat(search(hasty, "nobody").status()).as("a minute later").isEqualTo(200);
    }

    /** No search reads a whole table. */
    @ParameterizedTest
    @EnumSource
    void eachSearchHasItsIndex(FoundBy by) {
        List<String> plan = plan(by.statement()
                .replaceFirst("\\?", by == FoundBy.APPLICATION_ID ? "'" + UUID.randomUUID() + "'" : "'x'")
                .replace("?", "11"));

        assertThat(String.join("\n", plan)).contains("Index").doesNotContain("Seq Scan");
    }

    /** On a few rows the planner prefers a sequential scan; so it is told that these are expensive. */
    private List<String> plan(String statement) {
        return transaction.execute(status -> {
            jdbc.sql("set local enable_seqscan = off").update();
            return jdbc.sql("explain " + statement).query(String.class).list();
        });
    }

    private JsonNode assertFoundBy(String by, String text, String id) {
        Reply found = search(operator, text);
        assertThat(found.status()).as(found.response().body()).isEqualTo(200);
        assertThat(found.body().at("/cases")).hasSize(1);
        assertThat(found.at("/cases/0/id")).isEqualTo(id);
        assertThat(found.at("/cases/0/foundBy")).isEqualTo(by);
        assertThat(found.at("/cases/0/caseNumber"))
                .isEqualTo(CaseNumber.of(UUID.fromString(id)).value());
        assertThat(found.header("Cache-Control")).contains("no-store");
        return found.body().at("/cases/0");
    }

    private static List<String> texts(JsonNode list, String pointer) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(one -> one.at(pointer).asText())
                .toList();
    }
}
