package io.realname.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.app.Applicant;
import io.realname.app.Client.Reply;
import io.realname.app.Door;
import io.realname.app.Entrance;
import io.realname.app.Jobs;
import io.realname.app.People;
import io.realname.app.RealnameTest;
import io.realname.app.Walk;
import io.realname.sandbox.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Failures of the providers, which the sandbox plays by mobile number: none is the applicant's fault. */
@RealnameTest
class ProviderTroubleTest {

    private static final People PEOPLE = People.of(1600, 1699);
    private static final String BANK = "BankCard4EVerification";
    private static final String SMS = "SendSms";

    @Autowired
    private Walk walk;

    @Autowired
    private Jobs jobs;

    @Autowired
    private SandboxServer sandbox;

    @Autowired
    private CircuitBreakerRegistry breakers;

    /** The intended failures must not open the circuit breakers for the tests that share the app. */
    @AfterEach
    void forgetTheTrouble() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    @ParameterizedTest
    @EnumSource
    void aLostAnswerIsBilledOnceAndTheApplicantDecides(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0003"));
        int billed = sandbox.ledger().entries(BANK).size();

        String id = walk.confirmed(door, applicant);
        Reply waiting = walk.settled(id);
        assertThat(waiting.at("/action/type")).isEqualTo("CORRECT_BANK_CARD");
        assertThat(waiting.at("/action/reason")).isEqualTo("BANK_ANSWER_LOST");
        assertThat(sandbox.ledger().entries(BANK)).hasSize(billed + 1);

        assertThat(door.correctBankCard(id, applicant.bankCard().toString()).status())
                .isIn(200, 204);
        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        assertThat(sandbox.ledger().entries(BANK)).hasSize(billed + 2);
    }

    @ParameterizedTest
    @EnumSource
    void aBankThatIsDownKeepsTheApplicationInProgressAndCostsNothing(Entrance entrance)
            throws IOException, InterruptedException {
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0004"));
        int billed = sandbox.ledger().entries(BANK).size();
        String id = walk.confirmed(entrance.of(walk.mall()), applicant);

        Reply stillAsking = walk.mall().get("/api/v1/verifications/" + id + "?wait=1");
        assertThat(stillAsking.at("/status")).isEqualTo("IN_PROGRESS");
        assertThat(stillAsking.body().at("/action").isNull()).isTrue();
        assertThat(sandbox.ledger().entries(BANK)).hasSize(billed);

        sandbox.repair("0004");
        try {
            jobs.retry(id, "CheckBankCard");
            assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
        } finally {
            breakAgain("0004");
        }
        assertThat(sandbox.ledger().entries(BANK)).hasSize(billed + 1);
    }

    @ParameterizedTest
    @EnumSource
    void anSmsThatFailedOnceIsSentAgain(Entrance entrance) {
        Door door = entrance.of(walk.mall());
        Applicant applicant = walk.known(PEOPLE.nextWithMobileEnding("0006"));
        int billed = sandbox.ledger().entries(SMS).size();
        String id = walk.started(door, applicant);

        jobs.retry(id, "SendMobileCode");

        assertThat(walk.settled(id).at("/action/type")).isEqualTo("SUBMIT_MOBILE_CODE");
        assertThat(sandbox.inbox().messages(applicant.mobile())).hasSize(1);
        assertThat(sandbox.ledger().entries(SMS)).hasSize(billed + 1);
        assertThat(door.submitCode(id, walk.code(applicant.mobile())).status()).isIn(200, 204);
        assertThat(walk.settled(id).at("/outcome/code")).isEqualTo("VERIFIED");
    }

    private void breakAgain(String last4) throws IOException, InterruptedException {
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(sandbox.url() + "/repair/" + last4))
                                .DELETE()
                                .build(),
                        BodyHandlers.discarding());
    }
}
