package io.realname.provider.tencent;

import static io.realname.provider.tencent.Wire.BANK_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.bankcard.BankCardDecision;
import io.realname.bankcard.BankCardResult;
import io.realname.calls.ProviderAnswer;
import io.realname.sandbox.Pause;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bank-card check in the scenarios of the sandbox. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BankCardScenarioTest {

    private final SandboxServer sandbox = Wire.sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "0001,MISMATCH,-1",
        "0002,CARD_NOT_USABLE,-13",
        "0005,MATCH,0",
        "0006,MATCH,0",
        "8000,MATCH,0",
    })
    void decidesByTheMobileNumber(String last4, BankCardResult result, String code) {
        ProviderAnswer<BankCardDecision> answer = Wire.verifier(sandbox).verify(Wire.question(last4));

        String requestId = sandbox.ledger().entries(BANK_CHECK).get(0).requestId();
        assertThat(answer).isEqualTo(new ProviderAnswer.Decided<>(new BankCardDecision(result, code, requestId)));
        assertThat(sandbox.calls().of(BANK_CHECK)).isEqualTo(1);
        assertThat(sandbox.ledger().entries()).hasSize(1);
    }

    @Test
    void losesAnAnswerThatComesTooLateAndNeverAsksAgainByItself() {
        TencentBankCardVerifier verifier = Wire.verifier(Wire.properties(sandbox.endpoint(), Wire.SHORT));

        ProviderAnswer<BankCardDecision> first = verifier.verify(Wire.question("0003"));

        assertThat(first).isEqualTo(new ProviderAnswer.Lost<>("no answer: SocketTimeoutException"));
        assertThat(sandbox.calls().of(BANK_CHECK)).isEqualTo(1);
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(1);

        ProviderAnswer<BankCardDecision> second = Wire.verifier(sandbox).verify(Wire.question("0003"));

        assertThat(second).isInstanceOf(ProviderAnswer.Decided.class);
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(2);
    }

    @Test
    void isNotProcessedWhileTheProviderIsDownAndDecidedOnceItIsBack() {
        TencentBankCardVerifier verifier = Wire.verifier(sandbox);

        assertThat(verifier.verify(Wire.question("0004")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status 500"));
        assertThat(verifier.verify(Wire.question("0004")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status 500"));
        assertThat(sandbox.ledger().entries()).isEmpty();

        sandbox.repair("0004");

        assertThat(verifier.verify(Wire.question("0004"))).isInstanceOf(ProviderAnswer.Decided.class);
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(1);
    }

    @Test
    void isBilledBeforeItIsAnswered() throws Exception {
        Pause pause = sandbox.script().pauseNext(BANK_CHECK);
        CompletableFuture<ProviderAnswer<BankCardDecision>> answer =
                CompletableFuture.supplyAsync(() -> Wire.verifier(sandbox).verify(Wire.question("8000")));

        pause.awaitReceived(Duration.ofSeconds(15));
        assertThat(sandbox.ledger().entries(BANK_CHECK)).hasSize(1);
        assertThat(answer).isNotDone();

        pause.release();
        assertThat(answer.get(15, TimeUnit.SECONDS)).isInstanceOf(ProviderAnswer.Decided.class);
    }
}
