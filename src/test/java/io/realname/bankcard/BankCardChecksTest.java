package io.realname.bankcard;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Applicant;
import io.realname.app.RealnameTest;
import io.realname.app.Registered;
import io.realname.application.Applications;
import io.realname.calls.ProviderAnswer;
import io.realname.people.TestPeople;
import io.realname.sandbox.Pause;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The billed check on a real database, through the real adapter; no process around it. */
@RealnameTest
class BankCardChecksTest {

    private static final String ACTION = "BankCard4EVerification";

    @Autowired
    private BankCardChecks checks;

    @Autowired
    private Registered registered;

    @Autowired
    private Applications applications;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private SandboxServer sandbox;

    @Test
    void asksOnceHoweverOftenItIsMade() {
        UUID id = reserved(Applicant.number(3100));
        int before = sandbox.calls().of(ACTION);

        for (int n = 0; n < 3; n++) {
            assertThat(make(id)).isEqualTo(new ProviderAnswer.Decided<>(BankCardResult.MATCH));
        }

        assertThat(sandbox.calls().of(ACTION) - before).isEqualTo(1);
    }

    /** A node that was thought dead: the second may not call, and can't know what the first was told. */
    @Test
    void isNotMadeTwiceByTwoAtOnce() throws Exception {
        UUID id = reserved(Applicant.number(3101));
        int before = sandbox.calls().of(ACTION);
        Pause bank = sandbox.script().pauseNext(ACTION);
        CompletableFuture<ProviderAnswer<BankCardResult>> first = CompletableFuture.supplyAsync(() -> make(id));
        bank.awaitReceived(Duration.ofSeconds(5));

        assertThat(make(id)).isInstanceOf(ProviderAnswer.Lost.class);
        bank.release();
        first.join();

        assertThat(sandbox.calls().of(ACTION) - before).isEqualTo(1);
        assertThat(make(id)).as("stays lost").isInstanceOf(ProviderAnswer.Lost.class);
    }

    @Test
    void isMadeAgainWhenItSurelyWasNotProcessed() {
        UUID id = reserved(Applicant.number(3102));
        sandbox.script().statusNext(ACTION, 500);

        assertThat(make(id)).isInstanceOf(ProviderAnswer.NotProcessed.class);
        assertThat(make(id)).isEqualTo(new ProviderAnswer.Decided<>(BankCardResult.MATCH));
    }

    @Test
    void isNeverMadeAgainWhenItMayHaveBeenProcessed() {
        UUID id = reserved(Applicant.number(3103).withMobileEnding("0003", 3103));
        int before = sandbox.calls().of(ACTION);

        assertThat(make(id)).isInstanceOf(ProviderAnswer.Lost.class);
        assertThat(make(id)).isInstanceOf(ProviderAnswer.Lost.class);

        assertThat(sandbox.calls().of(ACTION) - before).isEqualTo(1);
    }

    @Test
    void checksOneCardThreeTimesADay() {
        String pan = TestPeople.pan(3190);
        int before = sandbox.calls().of(ACTION);
        for (int n = 0; n < 3; n++) {
            assertThat(make(reserved(Applicant.number(3110 + n).withPan(pan))))
                    .isEqualTo(new ProviderAnswer.Decided<>(BankCardResult.MATCH));
        }

        assertThat(make(reserved(Applicant.number(3113).withPan(pan))))
                .isEqualTo(new ProviderAnswer.Decided<>(BankCardResult.RATE_LIMITED));
        assertThat(sandbox.calls().of(ACTION) - before).isEqualTo(3);
    }

    @Test
    void countsWrongCardsByApplicationAccountIdentityAndCard() {
        Applicant applicant = Applicant.number(3120).withMobileEnding("0001", 3120);
        UUID id = reserved(applicant);
        make(id);
        var subject = applications.stated(id).checkSubject();

        assertThat(checks.attempts(subject, Pan.parse(applicant.pan()))).isEqualTo(new CardAttempts(1, 1, 1, 1, 1, 1));
        assertThat(checks.attempts(subject, null)).isEqualTo(new CardAttempts(1, 1, 1, 1, 0, 0));
        jdbc.sql("update bank_card_check set reserved_at = reserved_at - interval '25 hours' where application = ?")
                .param(id)
                .update();
        assertThat(checks.attempts(subject, Pan.parse(applicant.pan())))
                .as("an application's own for as long as it lives, all others for a day")
                .isEqualTo(new CardAttempts(1, 1, 0, 0, 0, 0));
    }

    private UUID reserved(Applicant applicant) {
        UUID id = registered.application(applicant, "JD_MALL");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            var stated = applications.stated(id);
            checks.reserve(stated.checkSubject(), stated.pan());
        });
        return id;
    }

    private ProviderAnswer<BankCardResult> make(UUID id) {
        return checks.make(id, () -> applications.stated(id).bankCardQuestion());
    }
}
