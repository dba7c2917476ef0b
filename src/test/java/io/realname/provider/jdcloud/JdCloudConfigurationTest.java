package io.realname.provider.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.realname.payment.CorporatePayer;
import io.realname.payment.PaymentDecision;
import io.realname.sandbox.SandboxServer;
import io.realname.tracing.Traces;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The bean, with the limits that {@code resilience.yaml} sets. */
class JdCloudConfigurationTest {

    private final ApplicationContextRunner withoutLimits = new ApplicationContextRunner()
            .withConfiguration(
                    AutoConfigurations.of(CircuitBreakerAutoConfiguration.class, BulkheadAutoConfiguration.class))
            .withBean(Traces.class, () -> Traces.OFF)
            .withUserConfiguration(JdCloudConfiguration.class)
            .withPropertyValues(
                    "realname.jdcloud.access-key=" + Wire.ACCESS_KEY, "realname.jdcloud.secret-key=" + Wire.SECRET_KEY);

    private final ApplicationContextRunner application = withoutLimits
            .withInitializer(new ConfigDataApplicationContextInitializer())
            // Replaces the import in application.yaml, without the other content of that file.
            .withPropertyValues("spring.config.name=resilience");

    @Test
    void hasTheLimitsOfTheFile() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            var breaker = context.getBean(CircuitBreakerRegistry.class)
                    .circuitBreaker("corporate-payment")
                    .getCircuitBreakerConfig();
            assertThat(breaker.getRecordResultPredicate().test(new JdCloudReply.Lost("x")))
                    .isTrue();
            assertThat(breaker.getRecordResultPredicate().test(new JdCloudReply.Refused("x")))
                    .isFalse();
            assertThat(breaker.getSlidingWindowSize()).isEqualTo(20);
            assertThat(context.getBean(BulkheadRegistry.class)
                            .bulkhead("corporate-payment")
                            .getBulkheadConfig()
                            .getMaxConcurrentCalls())
                    .isEqualTo(4);
        });
    }

    @Test
    void speaksToTheProvider() {
        try (SandboxServer sandbox = Wire.sandbox()) {
            application
                    .withPropertyValues("realname.jdcloud.endpoint=" + sandbox.url())
                    .run(context -> assertThat(Wire.decision(
                                    context.getBean(CorporatePayer.class).pay(Wire.order("8888"))))
                            .isInstanceOf(PaymentDecision.Accepted.class));
        }
    }

    @Test
    void doesNotStartWithoutTheLimits() {
        withoutLimits.run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("import classpath:resilience.yaml"));
    }

    @Test
    void doesNotStartWithoutAnAccessKey() {
        application
                .withPropertyValues("realname.jdcloud.access-key=", "realname.jdcloud.secret-key=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("Missing settings: realname.jdcloud.access-key, realname.jdcloud.secret-key"));
    }
}
