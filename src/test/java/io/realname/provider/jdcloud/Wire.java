package io.realname.provider.jdcloud;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.realname.calls.ProviderAnswer;
import io.realname.licence.EnterpriseName;
import io.realname.payment.CorporateAccount;
import io.realname.payment.PaymentDecision;
import io.realname.payment.PaymentOrder;
import io.realname.people.TestEnterprises;
import io.realname.provider.ProviderTrouble;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import io.realname.tracing.Traces;
import java.time.Clock;
import java.time.Duration;

/** The adapter as production builds it, for a server on this machine. */
final class Wire {

    static final String TRANSFER = "company:transfer";
    static final String STATUS = "company:transferStatus";
    static final String CHECK = "company:check";

    static final String ACCESS_KEY = "JDplanted0key";
    static final String SECRET_KEY = "planted0secret0key";
    static final String NAME = TestEnterprises.name(4711);
    static final String BANK = "中国工商银行";
    static final String BRANCH = "上海市植入支行";

    /** Long enough for a loaded machine. */
    static final JdCloudProperties.Timeouts PATIENT =
            new JdCloudProperties.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

    /** For calls that are expected to time out. */
    static final JdCloudProperties.Timeouts SHORT =
            new JdCloudProperties.Timeouts(Duration.ofMillis(300), Duration.ofMillis(800));

    private Wire() {}

    static SandboxServer sandbox() {
        return SandboxServer.start(SandboxSettings.of(ACCESS_KEY, SECRET_KEY));
    }

    static JdCloudProperties properties(String endpoint, JdCloudProperties.Timeouts timeouts) {
        return new JdCloudProperties(ACCESS_KEY, SECRET_KEY, endpoint, timeouts);
    }

    static JdCloudPayer payer(SandboxServer sandbox) {
        return payer(properties(sandbox.url(), PATIENT));
    }

    static JdCloudPayer payer(JdCloudProperties properties) {
        return payer(properties, breaker(), Bulkhead.ofDefaults("test"));
    }

    static JdCloudPayer payer(JdCloudProperties properties, CircuitBreaker breaker, Bulkhead bulkhead) {
        return new JdCloudPayer(new JdCloudApi(properties, Clock.systemUTC(), Traces.OFF), breaker, bulkhead);
    }

    /** Judges like the circuit breaker in {@code resilience.yaml}, but over four calls. */
    static CircuitBreaker breaker() {
        return CircuitBreaker.of(
                "test",
                CircuitBreakerConfig.custom()
                        .recordResult(new ProviderTrouble())
                        .slidingWindowSize(4)
                        .minimumNumberOfCalls(4)
                        .build());
    }

    /** @param last4 the last four digits of the account, which choose the sandbox's scenario */
    static PaymentOrder order(String last4) {
        return new PaymentOrder(EnterpriseName.parse(NAME), new CorporateAccount(account(last4), BANK, BRANCH));
    }

    static String account(String last4) {
        return TestEnterprises.corporateAccount(4711, last4);
    }

    /** Sends a payment that the sandbox accepts, and returns its order number. */
    static String paid(JdCloudPayer payer, String last4) {
        return decision(payer.pay(order(last4))).acceptedAs().orElseThrow();
    }

    /** The decision; fails if there is none. */
    static PaymentDecision decision(ProviderAnswer<PaymentDecision> answer) {
        return ((ProviderAnswer.Decided<PaymentDecision>) answer).value();
    }
}
