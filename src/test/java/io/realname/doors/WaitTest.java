package io.realname.doors;

import static io.realname.doors.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Entrance;
import io.realname.app.Jobs;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.application.Applications;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionOperations;

/** {@code ?wait=}: the answer is held while an application is in progress. */
@RealnameTest
class WaitTest {

    private static final String VERIFICATIONS = "/api/v1/verifications/";
    private static final People PEOPLE = People.of(1800, 1899);
    private static final int CROWD = 300;

    @Autowired
    private Walk walk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private CircuitBreakerRegistry breakers;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @AfterEach
    void forgetTheTrouble() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @Test
    void theAnswerIsHeldUntilTheTimeIsOver() {
        String id = inProgress();
        Instant asked = Instant.now();

        Reply reply = walk.mall().get(VERIFICATIONS + id + "?wait=2");

        assertThat(reply.at("/status")).isEqualTo("IN_PROGRESS");
        assertThat(Duration.between(asked, Instant.now())).isBetween(Duration.ofMillis(1_900), Duration.ofSeconds(10));
    }

    @Test
    void theAnswerComesWhenThereIsSomethingToTell() throws ExecutionException, InterruptedException, TimeoutException {
        String id = inProgress();
        CompletableFuture<Reply> held =
                CompletableFuture.supplyAsync(() -> walk.mall().get(VERIFICATIONS + id + "?wait=30"));

        assertThat(walk.mall().delete(VERIFICATIONS + id).status()).isEqualTo(200);

        assertThat(held.get(10, TimeUnit.SECONDS).at("/outcome/code")).isEqualTo("WITHDRAWN");
    }

    @Test
    void nothingIsHeldThatIsNotInProgress() {
        String id = walk.waitingForCode(Entrance.TYPED.of(walk.mall()), walk.known(PEOPLE.next()));
        Instant asked = Instant.now();

        Reply reply = walk.mall().get(VERIFICATIONS + id + "?wait=30");

        assertThat(reply.at("/status")).isEqualTo("ACTION_REQUIRED");
        assertThat(reply.response().headers().allValues("Content-Language")).containsExactly("en");
        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void nothingIsHeldForAnotherClient() {
        String id = inProgress();
        Instant asked = Instant.now();

        Reply refused = walk.console().get(VERIFICATIONS + id + "?wait=30");
        assertProblem(refused, 404, "NOT_FOUND");
        assertThat(refused.response().headers().allValues("Content-Language")).containsExactly("en");

        assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    /** The event of an earlier change may come late: the client has been told already, has acted, and waits again. */
    @Test
    void aLateEventAnswersNobody() throws ExecutionException, InterruptedException, TimeoutException {
        String id = inProgress();
        CompletableFuture<Reply> held = walk.mall().ask(VERIFICATIONS + id + "?wait=30");
        assertThat(walk.mall().get(VERIFICATIONS + id + "?wait=1").at("/status"))
                .as("the other one has come too")
                .isEqualTo("IN_PROGRESS");

        transactions.executeWithoutResult(status -> events.publishEvent(new Applications.Settled(UUID.fromString(id))));

        assertThat(walk.mall().get(VERIFICATIONS + id + "?wait=1").at("/status"))
                .isEqualTo("IN_PROGRESS");
        assertThat(held).isNotDone();
        assertThat(walk.mall().delete(VERIFICATIONS + id).status()).isEqualTo(200);
        assertThat(held.get(10, TimeUnit.SECONDS).at("/outcome/code")).isEqualTo("WITHDRAWN");
    }

    /** For example after another node has ended. They hold neither threads nor connections, and one query looks for all. */
    @Test
    void aCrowdMayWait() throws ExecutionException, InterruptedException, TimeoutException {
        String id = inProgress();
        List<CompletableFuture<Reply>> crowd = Stream.generate(() -> walk.mall().ask(VERIFICATIONS + id + "?wait=30"))
                .limit(CROWD)
                .toList();
        CompletableFuture<Reply> another = walk.console().ask(VERIFICATIONS + id + "?wait=30");
        assertProblem(another.get(10, TimeUnit.SECONDS), 404, "NOT_FOUND");
        assertThat(crowd).noneMatch(CompletableFuture::isDone);

        assertThat(walk.mall().delete(VERIFICATIONS + id).status()).isEqualTo(200);

        for (CompletableFuture<Reply> one : crowd) {
            assertThat(one.get(20, TimeUnit.SECONDS).at("/outcome/code")).isEqualTo("WITHDRAWN");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "31, OUT_OF_RANGE",
        "-1, OUT_OF_RANGE",
        "2147483647, OUT_OF_RANGE",
        "2147483648, WRONG_TYPE",
        "1.5, WRONG_TYPE",
        "10s, WRONG_TYPE"
    })
    void theWaitIsZeroToThirtySeconds(String wait, String code) {
        String id = walk.waitingForCode(Entrance.TYPED.of(walk.mall()), walk.known(PEOPLE.next()));

        assertProblem(
                walk.mall().get(VERIFICATIONS + id + "?wait=" + wait), 400, "MALFORMED_REQUEST", "/query/wait", code);
        assertThat(walk.mall().get(VERIFICATIONS + id + "?wait=0").status()).isEqualTo(200);
        assertThat(walk.mall().get(VERIFICATIONS + id + "?wait=30").status()).isEqualTo(200);
    }

    /** An application that stays in progress, because the bank is down. */
    private String inProgress() {
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0004"));
        String id = walk.confirmed(Entrance.TYPED.of(walk.mall()), applicant);
        jobs.awaitFailure(id, "CheckBankCard");
        return id;
    }
}
