package io.realname.provider.jdcloud;

import static io.realname.provider.jdcloud.Wire.TRANSFER;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.realname.calls.ProviderAnswer;
import io.realname.payment.PaymentAmount;
import io.realname.payment.PaymentDecision;
import io.realname.provider.OneAtATime;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** If the app itself holds a payment back, it sends no request. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PaymentLimitsTest {

    private final SandboxServer sandbox = Wire.sandbox();
    private final JdCloudProperties properties = Wire.properties(sandbox.url(), Wire.PATIENT);
    private final CircuitBreaker breaker = Wire.breaker();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void theBreakerOpensOnAnOutageAndClosesAfterIt() {
        JdCloudPayer payer = Wire.payer(properties, breaker, Bulkhead.ofDefaults("test"));
        for (int call = 0; call < 4; call++) {
            payer.pay(Wire.order("0004"));
        }

        assertThat(payer.pay(Wire.order("8888"))).isEqualTo(new ProviderAnswer.NotProcessed<>("circuit breaker open"));
        assertThat(payer.state("o-1")).isEqualTo(new ProviderAnswer.NotProcessed<>("circuit breaker open"));
        assertThat(payer.compare("o-1", new PaymentAmount(37)))
                .isEqualTo(new ProviderAnswer.NotProcessed<>("circuit breaker open"));
        assertThat(sandbox.calls().total()).isEqualTo(4);

        breaker.transitionToHalfOpenState();
        assertThat(Wire.decision(payer.pay(Wire.order("8888")))).isInstanceOf(PaymentDecision.Accepted.class);
    }

    @Test
    void theBreakerCountsLostAnswersAndExceptions() {
        JdCloudPayer payer = Wire.payer(properties, breaker, Bulkhead.ofDefaults("test"));
        sandbox.script().failNext(TRANSFER, Fault.RESET);
        sandbox.script().failNext(TRANSFER, Fault.GARBAGE);
        payer.pay(Wire.order("8888"));
        payer.pay(Wire.order("8888"));
        sandbox.script().responseNext(TRANSFER, "{\"result\":{\"success\":false,\"hasException\":true}}");
        payer.pay(Wire.order("8888"));

        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isEqualTo(3);
    }

    @Test
    void theBreakerDoesNotCountResultsAndRefusals() {
        JdCloudPayer payer = Wire.payer(properties, breaker, Bulkhead.ofDefaults("test"));
        payer.pay(Wire.order("0001"));
        payer.state(Wire.paid(payer, "0002"));
        for (String word : new String[] {"TOO_MANY_REQUESTS", "UNAUTHENTICATED", "QUOTA_EXCEEDED"}) {
            sandbox.script().errorNext(TRANSFER, word);
            payer.pay(Wire.order("8888"));
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @Test
    void theBulkheadHoldsBackWhatIsTooMuchAtATime() throws Exception {
        JdCloudPayer payer = Wire.payer(properties, breaker, OneAtATime.bulkhead());

        ProviderAnswer<PaymentDecision> first = OneAtATime.asks(
                () -> payer.pay(Wire.order("8888")), sandbox.script().pauseNext(TRANSFER));

        assertThat(Wire.decision(first)).isInstanceOf(PaymentDecision.Accepted.class);
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
        assertThat(breaker.getMetrics().getNumberOfFailedCalls()).isZero();
    }
}
