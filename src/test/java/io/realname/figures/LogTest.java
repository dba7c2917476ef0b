package io.realname.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.Jobs;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.privacy.LogRecorder;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator finds what belongs together: a request, an application, a failed try. */
@RealnameTest
class LogTest {

    private static final People PEOPLE = People.of(9620, 9629);
    private static final String HEADER = "X-Request-Id";
    private static final String UUID_FORM = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}";

    @Autowired
    private Walk walk;

    @Autowired
    private Jobs jobs;

    @ParameterizedTest
    @CsvSource({
        "mall, /api/v1/banks, 200",
        "mall, /api/v1/verifications/00000000-0000-7000-8000-000000000000, 404",
        "mall, /engine-rest/task, 403",
        "mall, /actuator/prometheus, 403",
        "nobody, /api/v1/verifications/1, 401",
        "mall, /api/v1/banks;a=b, 400",
        "mall, /nothing, 403"
    })
    void eachAnswerHasAnId(String client, String path, int status) {
        Reply reply = Client.withSecret(client, "mall-secret", walk.port()).get(path);

        assertThat(reply.header(HEADER)).as("id of a " + reply.status()).matches(UUID_FORM);
        assertThat(reply.response().headers().allValues(HEADER)).hasSize(1);
        assertThat(reply.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7f3c2a7e-31e5-4b1c-9a61-0c5d2f6f1e11", "4bf92f3577b34da6a3ce929d0e0e4736"})
    void theCallersIdIsTaken(String id) {
        assertThat(walk.mall().with(HEADER, id).get("/api/v1/banks").header(HEADER))
                .isEqualTo(id);
        assertThat(walk.mall()
                        .with(HEADER, id)
                        .get("/api/v1/verifications/00000000-0000-7000-8000-000000000000?wait=1")
                        .header(HEADER))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "11010519491231002X",
                "6222020200112230004",
                "request-1",
                "7f3c2a7e-31e5-4b1c-9a61-0c5d2f6f1e11-13800138000",
                "${jndi:ldap://x}"
            })
    void whatMayBePersonalIsReplaced(String id) {
        assertThat(walk.mall().with(HEADER, id).get("/api/v1/banks").header(HEADER))
                .matches(UUID_FORM);
    }

    @Test
    void linesNameTheRequestAndTheApplication() {
        Applicant applicant = walk.known(PEOPLE.next());
        String request = UUID.randomUUID().toString();
        String id;
        List<String> lines;
        try (LogRecorder recorder = LogRecorder.attach()) {
            id = walk.mall()
                    .with(HEADER, request)
                    .post("/api/v1/verifications", applicant.application())
                    .at("/id");
            walk.awaitedCode(id, applicant);
            assertThat(walk.mall()
                            .with(HEADER, request)
                            .delete("/api/v1/verifications/" + id)
                            .status())
                    .isEqualTo(200);
            lines = recorder.text().lines().toList();
        }
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("Application " + id + " has started")
                        .contains("requestId=" + request));
        assertThat(lines)
                .anySatisfy(line -> assertThat(line)
                        .contains("Application " + id + " has ended: NEW_USER, WITHDRAWN")
                        .contains("requestId=" + request)
                        .contains("applicationId=" + id));
    }

    @Test
    void aFailedTryIsOneLine() {
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0004"));
        String id = walk.waitingForCode(walk.typed(), applicant);
        List<String> lines = failedTry(id, applicant);

        // A job of the other test may be tried again meanwhile.
        List<String> warnings = lines.stream()
                .filter(line -> line.contains("has failed") && line.contains("applicationId=" + id))
                .toList();
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0)).contains("PROVIDER_UNAVAILABLE: ").contains("activityId=CheckBankCard");
        assertThat(lines).noneMatch(line -> line.startsWith("\tat ") || line.contains("ENGINE-14006"));
    }

    @Test
    void atDebugItsStackTraceIsThere() {
        Logger logger = (Logger) LoggerFactory.getLogger("io.realname.process.engine.JobFailures");
        logger.setLevel(Level.DEBUG);
        try {
            Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0004"));
            assertThat(failedTry(walk.waitingForCode(walk.typed(), applicant), applicant))
                    .anyMatch(line -> line.contains("ProviderUnavailableException"))
                    .anyMatch(line -> line.startsWith("\tat "));
        } finally {
            logger.setLevel(null);
        }
    }

    /** What was logged from the right code to the first failed try of the bank-card check. */
    private List<String> failedTry(String id, Applicant applicant) {
        String code = walk.code(applicant.mobile());
        try (LogRecorder recorder = LogRecorder.attach()) {
            assertThat(walk.typed().submitCode(id, code).status()).isIn(200, 204);
            jobs.awaitFailure(id, "CheckBankCard");
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> recorder.text().contains("CheckBankCard")
                            && recorder.text().contains("has failed"));
            return recorder.text().lines().toList();
        } finally {
            // Its further tries would open the circuit breaker of tests that share this app.
            walk.mall().delete("/api/v1/verifications/" + id);
        }
    }
}
