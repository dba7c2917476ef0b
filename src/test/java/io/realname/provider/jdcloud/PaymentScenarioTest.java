package io.realname.provider.jdcloud;

import static io.realname.provider.jdcloud.Wire.CHECK;
import static io.realname.provider.jdcloud.Wire.STATUS;
import static io.realname.provider.jdcloud.Wire.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.calls.ProviderAnswer;
import io.realname.payment.AmountComparison;
import io.realname.payment.PaymentAmount;
import io.realname.payment.PaymentDecision;
import io.realname.payment.PaymentState;
import io.realname.sandbox.Pause;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.jdcloud.Transfers.Transfer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Payments in the scenarios of the sandbox. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PaymentScenarioTest {

    private final SandboxServer sandbox = Wire.sandbox();
    private final JdCloudPayer payer = Wire.payer(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void sendsAnAmountThatOnlyTheAccountsOwnerKnows() {
        ProviderAnswer<PaymentDecision> answer = payer.pay(Wire.order("8888"));

        Transfer transfer = sandbox.transfers().to(Wire.account("8888")).get(0);
        String requestId = sandbox.ledger().entries(TRANSFER).get(0).requestId();
        assertThat(answer)
                .isEqualTo(
                        new ProviderAnswer.Decided<>(new PaymentDecision.Accepted(transfer.orderNumber(), requestId)));
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
        assertThat(payer.state(transfer.orderNumber())).isEqualTo(new ProviderAnswer.Decided<>(PaymentState.ARRIVED));

        PaymentAmount sent = PaymentAmount.parse(transfer.amount());
        assertThat(payer.compare(transfer.orderNumber(), sent))
                .isEqualTo(new ProviderAnswer.Decided<>(AmountComparison.SAME));
        assertThat(payer.compare(transfer.orderNumber(), new PaymentAmount(sent.fen() + 1)))
                .isEqualTo(new ProviderAnswer.Decided<>(AmountComparison.DIFFERENT));
        assertThat(sandbox.ledger().entries()).hasSize(1);
    }

    @Test
    void isRefusedAtOnceForAnAccountThatIsNone() {
        assertThat(Wire.decision(payer.pay(Wire.order("0001"))))
                .isInstanceOfSatisfying(
                        PaymentDecision.AccountRefused.class,
                        refused -> assertThat(refused.resultCode()).isEqualTo("ACCOUNT_ERROR"));
        assertThat(sandbox.transfers().to(Wire.account("0001"))).isEmpty();
        assertThat(sandbox.ledger().entries()).isEmpty();
    }

    @Test
    void comesBackFromABankThatHasNoSuchAccount() {
        assertThat(payer.state(Wire.paid(payer, "0002")))
                .isEqualTo(new ProviderAnswer.Decided<>(PaymentState.RETURNED));
        assertThat(sandbox.ledger().entries(TRANSFER)).hasSize(1);
    }

    @Test
    void losesAnAnswerThatComesTooLateAndNeverPaysAgainByItself() {
        ProviderAnswer<PaymentDecision> first =
                Wire.payer(Wire.properties(sandbox.url(), Wire.SHORT)).pay(Wire.order("0003"));

        assertThat(first).isEqualTo(new ProviderAnswer.Lost<>("no answer: HttpTimeoutException"));
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
        assertThat(sandbox.transfers().to(Wire.account("0003"))).hasSize(1);

        assertThat(Wire.decision(payer.pay(Wire.order("0003")))).isInstanceOf(PaymentDecision.Accepted.class);
        assertThat(sandbox.transfers().to(Wire.account("0003"))).hasSize(2);
    }

    @Test
    void isNotProcessedWhileTheProviderIsDownAndAcceptedOnceItIsBack() {
        assertThat(payer.pay(Wire.order("0004"))).isEqualTo(new ProviderAnswer.NotProcessed<>("HTTP status 500"));
        assertThat(sandbox.ledger().entries()).isEmpty();

        sandbox.repair("0004");

        assertThat(Wire.decision(payer.pay(Wire.order("0004")))).isInstanceOf(PaymentDecision.Accepted.class);
    }

    @Test
    void isOnItsWayForAWhile() {
        String orderNumber = Wire.paid(payer, "0005");

        for (int question = 0; question < 2; question++) {
            assertThat(payer.state(orderNumber))
                    .isInstanceOfSatisfying(
                            ProviderAnswer.NotProcessed.class,
                            state -> assertThat(state.reason()).matches("code ON_ITS_WAY, request [0-9a-f-]{36}"));
        }
        assertThat(payer.state(orderNumber)).isEqualTo(new ProviderAnswer.Decided<>(PaymentState.ARRIVED));
        assertThat(sandbox.calls().of(STATUS)).isEqualTo(3);
    }

    @Test
    void isBilledBeforeItIsAnswered() throws Exception {
        Pause pause = sandbox.script().pauseNext(TRANSFER);
        CompletableFuture<ProviderAnswer<PaymentDecision>> answer =
                CompletableFuture.supplyAsync(() -> payer.pay(Wire.order("8888")));

        pause.awaitReceived(Duration.ofSeconds(15));
        assertThat(sandbox.transfers().to(Wire.account("8888"))).hasSize(1);
        assertThat(answer).isNotDone();

        pause.release();
        assertThat(Wire.decision(answer.get(15, TimeUnit.SECONDS))).isInstanceOf(PaymentDecision.Accepted.class);
    }

    @Test
    void doesNotKnowAnOrderThatTheProviderDoesNotKnow() {
        assertThat(payer.state("none")).isInstanceOf(ProviderAnswer.NotProcessed.class);
        assertThat(payer.compare("none", new PaymentAmount(37))).isInstanceOf(ProviderAnswer.NotProcessed.class);
        assertThat(sandbox.calls().of(CHECK)).isEqualTo(1);
    }
}
