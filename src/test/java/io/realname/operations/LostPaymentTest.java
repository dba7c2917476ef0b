package io.realname.operations;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.CaseNumber;
import io.realname.desk.OpenReviews;
import io.realname.desk.ReviewDesk;
import io.realname.doors.WebApp;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator looks up a payment whose answer got lost, says what they found, and only then may pay again. */
@RealnameTest
class LostPaymentTest {

    private static final People PEOPLE = People.of(9570, 9579);
    private static final String LOST = "/operations/payments/lost";
    private static final String OPERATOR = "operator9570";
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Autowired
    private Walk walk;

    @Autowired
    private ReviewDesk desk;

    @Autowired
    private OpenReviews people;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private AuditTrail trail;

    private WebApp operator;

    @BeforeEach
    void logIn() {
        operator = OperatorsDesk.operator(people, walk.port(), OPERATOR);
    }

    @Test
    void aPaymentThatDidNotArriveIsPaidAgainAfterBothWords() {
        LostPaymentCase lost = lost();
        String id = lost.id();

        JsonNode shown = shown(id);
        assertThat(shown.at("/caseNumber").asText())
                .isEqualTo(CaseNumber.of(UUID.fromString(id)).value());
        assertThat(shown.at("/number").asInt()).isOne();
        assertThat(shown.at("/account").asText()).isEqualTo("****0003");
        assertThat(shown.at("/bank").asText()).isEqualTo("中国工商银行");
        assertThat(shown.at("/branch").asText()).isEqualTo("福州五四支行");
        assertThat(shown.at("/enterprise").asText()).matches("\\*+司");
        assertThat(Instant.parse(shown.at("/sentAt").asText()))
                .isBetween(Instant.now().minusSeconds(120), Instant.now());
        assertThat(shown.at("/foundMissing").isNull()).isTrue();
        assertThat(shown.at("/cockpit").asText()).startsWith("/camunda/app/cockpit/default/#/process-instance/");
        assertThat(shown.toString())
                .doesNotContain(
                        lost.company().corporateAccount(),
                        lost.company().name(),
                        lost.holder().account());
        assertThat(entries(id, AuditEvent.LOST_PAYMENT_VIEWED))
                .extracting(AuditEntry::actor)
                .containsOnly("user:" + OPERATOR);

        retry(lost);
        awaitFailed(lost);
        assertThat(payments(lost)).as("a retry alone").isEqualTo(1);

        assertThat(find(id, "{\"number\":1,\"arrived\":false}").status()).isEqualTo(204);
        assertThat(shown(id).at("/foundMissing/by").asText()).isEqualTo(OPERATOR);
        assertThat(payments(lost)).as("the finding alone").isEqualTo(1);
        retry(lost);

        assertAmountIsAskedFor(id);
        assertThat(payments(lost)).isEqualTo(2);
        assertThat(entries(id, AuditEvent.LOST_PAYMENT_FOUND)).singleElement().satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo("user:" + OPERATOR);
            assertThat(entry.facts()).isEqualTo(Map.of("try", "1", "arrived", "false"));
        });
        assertThat(all()).doesNotContain(id);
        assertProblem(find(id, "{\"number\":1,\"arrived\":false}"), 409, "ACTION_NOT_EXPECTED");
    }

    @Test
    void aPaymentThatArrivedLetsTheProcessGoOn() {
        LostPaymentCase lost = lost();
        String id = lost.id();
        String order =
                sandbox.transfers().to(lost.company().corporateAccount()).get(0).orderNumber();

        assertProblem(find(id, "{}"), 400, "MALFORMED_REQUEST", "/number", "REQUIRED");
        assertProblem(find(id, "{\"number\":1}"), 400, "MALFORMED_REQUEST", "/arrived", "REQUIRED");
        assertRefused(id, "", "REQUIRED");
        assertRefused(id, "two words", "INVALID_FORMAT");
        assertRefused(id, "12345", "ORDER_NUMBER_NOT_KNOWN");
        assertProblem(
                find(id, "{\"number\":1,\"arrived\":false,\"orderNumber\":\"" + order + "\"}"),
                400,
                "MALFORMED_REQUEST",
                "/orderNumber",
                "ORDER_NUMBER_NOT_EXPECTED");
        assertProblem(find(id, arrived(2, order)), 404, "NOT_FOUND");
        assertProblem(find(UUID.randomUUID().toString(), arrived(1, order)), 404, "NOT_FOUND");
        assertProblem(find("no-id", arrived(1, order)), 404, "NOT_FOUND");
        assertThat(entries(id, AuditEvent.LOST_PAYMENT_FOUND)).isEmpty();

        assertThat(find(id, arrived(1, " " + order + " ")).status()).isEqualTo(204);

        assertAmountIsAskedFor(id);
        assertThat(payments(lost)).as("nothing was paid again").isEqualTo(1);
        assertThat(entries(id, AuditEvent.LOST_PAYMENT_FOUND))
                .singleElement()
                .satisfies(entry -> assertThat(entry.facts())
                        .containsEntry("arrived", "true")
                        .containsKey("order")
                        .doesNotContainValue(order));
        JsonNode found = OperatorsDesk.search(operator, order).body().at("/cases/0");
        assertThat(found.at("/id").asText()).isEqualTo(id);
        assertThat(found.at("/foundBy").asText()).isEqualTo("ORDER_NUMBER");
        assertThat(found.at("/calls"))
                .anySatisfy(call -> assertThat(call.at("/orderNumber").asText()).isEqualTo(order));

        LostPaymentCase other = lost();
        assertRefused(other.id(), order, "ORDER_NUMBER_USED");
    }

    @Test
    void operatorsOnly() {
        people.person("reviewer9570", "enterprise-review");
        WebApp reviewer = people.loggedIn(walk.port(), "reviewer9570");
        String finding = "/operations/payments/" + UUID.randomUUID() + "/finding";

        for (WebApp somebody : List.of(reviewer, WebApp.open(walk.port()))) {
            assertThat(somebody.get(LOST).status()).isIn(401, 403);
            assertThat(somebody.post(finding, arrived(1, "1")).status()).isIn(401, 403);
        }
        assertThat(operator.withoutToken().post(finding, arrived(1, "1")).status())
                .isEqualTo(403);
    }

    private LostPaymentCase lost() {
        int n = PEOPLE.number();
        return LostPaymentCase.of(walk, desk, runtime, jobs, Applicant.number(n), n);
    }

    /** As Cockpit does it: with "Keep due date". */
    private void retry(LostPaymentCase lost) {
        Job failed = Objects.requireNonNull(lost.failedJob(runtime, jobs));
        Reply retried = operator.send(
                "PUT",
                "/camunda/api/engine/engine/default/job/" + failed.getId() + "/retries",
                "{\"retries\":1}",
                "application/json");
        assertThat(retried.status()).as(retried.response().body()).isEqualTo(204);
    }

    private void awaitFailed(LostPaymentCase lost) {
        await().atMost(PATIENCE).until(() -> lost.failedJob(runtime, jobs) != null);
    }

    private void assertAmountIsAskedFor(String id) {
        await().atMost(PATIENCE)
                .until(() -> walk.shown("enterprise-verifications", id, "en")
                        .at("/action/type")
                        .equals("CONFIRM_AMOUNT"));
    }

    private int payments(LostPaymentCase lost) {
        return sandbox.transfers().to(lost.company().corporateAccount()).size();
    }

    private void assertRefused(String id, String order, String code) {
        assertProblem(find(id, arrived(1, order)), 400, "MALFORMED_REQUEST", "/orderNumber", code);
    }

    private static String arrived(int number, String order) {
        return "{\"number\":" + number + ",\"arrived\":true,\"orderNumber\":\"" + order + "\"}";
    }

    private Reply find(String id, String finding) {
        return operator.post("/operations/payments/" + id + "/finding", finding);
    }

    private JsonNode shown(String id) {
        return list().filter(payment -> payment.at("/application").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<String> all() {
        return list().map(payment -> payment.at("/application").asText()).toList();
    }

    private Stream<JsonNode> list() {
        Reply reply = operator.get(LOST);
        assertThat(reply.status()).as(reply.response().body()).isEqualTo(200);
        return StreamSupport.stream(reply.body().at("/payments").spliterator(), false);
    }

    private List<AuditEntry> entries(String id, AuditEvent event) {
        return trail.of(UUID.fromString(id)).stream()
                .filter(entry -> entry.event() == event)
                .toList();
    }
}
