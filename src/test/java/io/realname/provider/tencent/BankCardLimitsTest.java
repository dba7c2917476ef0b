package io.realname.provider.tencent;

import static io.realname.provider.tencent.Wire.BANK_CHECK;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.realname.bankcard.BankCardDecision;
import io.realname.calls.ProviderAnswer;
import io.realname.provider.OneAtATime;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** If the app itself holds a bank-card check back, it sends no request. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BankCardLimitsTest {

    private final SandboxServer sandbox = Wire.sandbox();
    private final TencentProperties properties = Wire.properties(sandbox.endpoint(), Wire.PATIENT);
    private final CircuitBreaker breaker = Wire.breaker();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theBreakerOpensOnAnOutageAndClosesAfterIt() {
        TencentBankCardVerifier verifier = Wire.verifier(properties, breaker, Bulkhead.ofDefaults("test"));
        for (int call = 0; call < 4; call++) {
            verifier.verify(Wire.question("0004"));
        }

        assertThat(verifier.verify(Wire.question("8000")))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("circuit breaker open"));
        assertThat(sandbox.calls().of(BANK_CHECK)).isEqualTo(4);

        breaker.transitionToHalfOpenState();
        assertThat(verifier.verify(Wire.question("8000"))).isInstanceOf(ProviderAnswer.Decided.class);
    }

    @Test
    void theBreakerCountsLostAnswers() {
        TencentBankCardVerifier verifier = Wire.verifier(properties, breaker, Bulkhead.ofDefaults("test"));
        sandbox.script().failNext(BANK_CHECK, Fault.RESET);
        sandbox.script().failNext(BANK_CHECK, Fault.GARBAGE);
        verifier.verify(Wire.question("8000"));
        verifier.verify(Wire.question("8000"));
        sandbox.script().errorNext(BANK_CHECK, "InternalError");
        verifier.verify(Wire.question("8000"));

        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(3);
    }

    @Test
    void theBreakerDoesNotCountResultsAndRefusals() {
        TencentBankCardVerifier verifier = Wire.verifier(properties, breaker, Bulkhead.ofDefaults("test"));
        for (String result : new String[] {"-1", "-13", "-18", "-19", "-2", "-99"}) {
            sandbox.script().answerNext(result);
            verifier.verify(Wire.question("8000"));
        }
        for (String error : new String[] {"RequestLimitExceeded", "AuthFailure", "ResourceUnavailable.InArrears"}) {
            sandbox.script().errorNext(BANK_CHECK, error);
            verifier.verify(Wire.question("8000"));
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void theBulkheadHoldsBackWhatIsTooMuchAtATime() throws Exception {
        TencentBankCardVerifier verifier = Wire.verifier(properties, breaker, OneAtATime.bulkhead());

        ProviderAnswer<BankCardDecision> first = OneAtATime.asks(
                () -> verifier.verify(Wire.question("8000")), sandbox.script().pauseNext(BANK_CHECK));

        assertThat(first).isInstanceOf(ProviderAnswer.Decided.class);
        assertThat(sandbox.calls().of(BANK_CHECK)).isEqualTo(1);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }
}
