package io.realname.operations;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.desk.OpenReviews;
import io.realname.doors.WebApp;
import io.realname.process.mobile.ConfirmMobile;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator lets all jobs go on that stopped at a step for one reason. */
@RealnameTest
class StoppedJobsTest {

    private static final People PEOPLE = People.of(9800, 9809);
    private static final String PATH = "/operations/stopped-jobs";
    private static final String RETRY = PATH + "/retry";
    private static final String STEP = "SendMobileCode";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    private Walk walk;

    @Autowired
    private OpenReviews people;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private CircuitBreakerRegistry breakers;

    private WebApp operator;

    @BeforeEach
    void logIn() {
        operator = OperatorsDesk.operator(people, walk.port(), "operator9800");
    }

    @Test
    void allOfOneStepAndReasonGoOn() {
        Instant before = Instant.now().minusSeconds(5);
        List<Applicant> applicants =
                Stream.generate(PEOPLE::next).limit(3).map(walk::known).toList();
        List<String> stopped =
                applicants.stream().map(this::refusedByTheProvider).toList();

        JsonNode shown = shown("PROVIDER_REFUSED");
        assertThat(shown.at("/process").asText()).isEqualTo(ConfirmMobile.KEY);
        assertThat(shown.at("/diagramName").asText()).isEqualTo("Confirm mobile");
        assertThat(shown.at("/stepName").asText()).isEqualTo("Send mobile code");
        assertThat(shown.at("/jobs").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(Instant.parse(shown.at("/since").asText())).isBefore(Instant.now());
        assertThat(shown.at("/together").asBoolean()).isTrue();
        assertThat(Instant.parse(shown.at("/since").asText())).isAfter(before.minus(Duration.ofDays(1)));

        JsonNode retried = retry("PROVIDER_REFUSED");
        assertThat(retried.at("/jobs").asInt()).isEqualTo(shown.at("/jobs").asInt());
        assertThat(retried.at("/more").asBoolean()).isFalse();
        for (String id : stopped) {
            await().atMost(PATIENCE)
                    .until(() -> walk.settled(id).at("/action/type").equals("SUBMIT_MOBILE_CODE"));
        }
        assertThat(steps())
                .noneMatch(step -> step.at("/code").asText().equals("PROVIDER_REFUSED")
                        && step.at("/step").asText().equals(STEP));
    }

    /** Else all jobs but the first few would stop again, because the circuit breaker lets only these try. */
    @Test
    void whoFailsOnceMoreIsTriedAgain() {
        String id = refusedByTheProvider(walk.known(PEOPLE.next()));
        sandbox.script().statusNext("SendSms", 503);
        try {
            retry("PROVIDER_REFUSED");

            await().atMost(PATIENCE).until(() -> job(id).getExceptionMessage().startsWith("PROVIDER_UNAVAILABLE"));
            assertThat(job(id).getRetries()).isEqualTo(4);
            assertThat(operator.get(PATH).body().at("/failing")).anySatisfy(step -> {
                assertThat(step.at("/stepName").asText()).isEqualTo("Send mobile code");
                assertThat(step.at("/jobs").asInt()).isPositive();
                assertThat(step.at("/last").asInt()).isZero();
                assertThat(Instant.parse(step.at("/next").asText()))
                        .isAfter(Instant.now().minusSeconds(30));
            });
        } finally {
            breakers.circuitBreaker("sms").reset();
        }
        await().atMost(PATIENCE).until(() -> walk.settled(id).at("/action/type").equals("SUBMIT_MOBILE_CODE"));
    }

    /** The failed job was rolled back, so the instance has not entered its step. */
    @Test
    void theCaseShowsTheStepAtWhichItHasStopped() {
        Applicant applicant = walk.known(PEOPLE.next());
        String id = refusedByTheProvider(applicant);

        JsonNode found =
                OperatorsDesk.search(operator, applicant.account()).body().at("/cases/0");

        assertThat(found.at("/id").asText()).isEqualTo(id);
        List<JsonNode> at = StreamSupport.stream(found.at("/diagrams").spliterator(), false)
                .flatMap(diagram -> StreamSupport.stream(diagram.at("/at").spliterator(), false))
                .filter(step -> step.at("/id").asText().equals(STEP))
                .toList();
        assertThat(at).singleElement().satisfies(step -> {
            assertThat(step.at("/name").asText()).isEqualTo("Send mobile code");
            assertThat(step.at("/incident").asText()).isNotEmpty();
            assertThat(step.at("/retriedAt").isNull() || step.at("/retriedAt").isMissingNode())
                    .isTrue();
        });
        retry("PROVIDER_REFUSED");
        await().atMost(PATIENCE).until(() -> walk.settled(id).at("/action/type").equals("SUBMIT_MOBILE_CODE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAYMENT_ANSWER_LOST", "NOT_APPROVED", "no such code"})
    void whatNeedsALookIsNotRetriedTogether(String code) {
        assertProblem(
                operator.post(RETRY, body(STEP, code)), 400, "MALFORMED_REQUEST", "/code", "NOT_RETRIED_TOGETHER");
    }

    @Test
    void whatIsMissingIsNamedAndWhatIsUnknownIsNothing() {
        assertProblem(operator.post(RETRY, "{}"), 400, "MALFORMED_REQUEST", "/process", "REQUIRED");
        Reply nothing = operator.post(RETRY, body("NoSuchStep", "PROVIDER_REFUSED"));
        assertThat(nothing.status()).isEqualTo(200);
        assertThat(nothing.body().at("/jobs").asInt()).isZero();
    }

    @Test
    void onlyOperatorsAreAdmittedAndOnlyFromTheirPage() {
        people.person("reviewer9800", "enterprise-review");
        WebApp reviewer = people.loggedIn(walk.port(), "reviewer9800");
        for (WebApp somebody : List.of(WebApp.open(walk.port()), reviewer)) {
            assertThat(somebody.get(PATH).status()).isIn(401, 403);
            assertThat(somebody.post(RETRY, body(STEP, "PROVIDER_REFUSED")).status())
                    .isIn(401, 403);
        }
        assertThat(operator.withoutToken()
                        .post(RETRY, body(STEP, "PROVIDER_REFUSED"))
                        .status())
                .isEqualTo(403);
    }

    private String refusedByTheProvider(Applicant applicant) {
        sandbox.script().smsCodeNext("FailedOperation.InsufficientBalanceInSmsPackage");
        String id = walk.started(walk.typed(), applicant);
        await().atMost(PATIENCE).until(() -> job(id).getRetries() == 0);
        return id;
    }

    private Job job(String id) {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(id)
                .processDefinitionKey(ConfirmMobile.KEY)
                .singleResult()
                .getId();
        return jobs.createJobQuery()
                .processInstanceId(instance)
                .activityId(STEP)
                .singleResult();
    }

    private JsonNode shown(String code) {
        return steps().stream()
                .filter(step -> step.at("/step").asText().equals(STEP))
                .filter(step -> step.at("/code").asText().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private List<JsonNode> steps() {
        Reply reply = operator.get(PATH);
        assertThat(reply.status()).isEqualTo(200);
        return StreamSupport.stream(reply.body().at("/steps").spliterator(), false)
                .toList();
    }

    private JsonNode retry(String code) {
        Reply reply = operator.post(RETRY, body(STEP, code));
        assertThat(reply.status()).isEqualTo(200);
        return reply.body();
    }

    private static String body(String step, String code) {
        return JSON.createObjectNode()
                .put("process", ConfirmMobile.KEY)
                .put("step", step)
                .put("code", code)
                .toString();
    }
}
