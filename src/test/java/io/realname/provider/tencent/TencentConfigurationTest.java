package io.realname.provider.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.springboot3.bulkhead.autoconfigure.BulkheadAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerAutoConfiguration;
import io.github.resilience4j.springboot3.circuitbreaker.autoconfigure.CircuitBreakerMetricsAutoConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.realname.bankcard.BankCardVerifier;
import io.realname.calls.ProviderAnswer;
import io.realname.licence.LicenceRegistry;
import io.realname.mobile.SmsResult;
import io.realname.mobile.SmsSender;
import io.realname.sandbox.SandboxServer;
import io.realname.tracing.Traces;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.metrics.MetricsAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.metrics.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The beans, with the limits that {@code resilience.yaml} sets. */
class TencentConfigurationTest {

    private final ApplicationContextRunner withoutLimits = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    MetricsAutoConfiguration.class,
                    SimpleMetricsExportAutoConfiguration.class,
                    CircuitBreakerAutoConfiguration.class,
                    CircuitBreakerMetricsAutoConfiguration.class,
                    BulkheadAutoConfiguration.class))
            .withBean(Traces.class, () -> Traces.OFF)
            .withUserConfiguration(TencentConfiguration.class)
            .withPropertyValues(
                    "realname.tencent.secret-id=" + Wire.SECRET_ID,
                    "realname.tencent.secret-key=" + Wire.SECRET_KEY,
                    "realname.tencent.sms.app-id=1400000001",
                    "realname.tencent.sms.template-id=449739",
                    "realname.tencent.sms.holder-template-id=449740",
                    "realname.tencent.sms.sign-name=实名");

    private final ApplicationContextRunner application = withoutLimits
            .withInitializer(new ConfigDataApplicationContextInitializer())
            // Replaces the import in application.yaml, without the other content of that file.
            .withPropertyValues("spring.config.name=resilience");

    @Test
    void haveTheLimitsOfTheFile() {
        application.run(context -> {
            assertThat(context).hasNotFailed();
            var breaker = context.getBean(CircuitBreakerRegistry.class)
                    .circuitBreaker("bank-card-check")
                    .getCircuitBreakerConfig();
            assertThat(breaker.getRecordResultPredicate().test(new TencentReply.Lost("x")))
                    .isTrue();
            assertThat(breaker.getRecordResultPredicate().test(new TencentReply.Refused("AuthFailure", "r")))
                    .isFalse();
            assertThat(breaker.getSlidingWindowSize()).isEqualTo(20);
            assertThat(breaker.getMinimumNumberOfCalls()).isEqualTo(10);
            assertThat(context.getBean(CircuitBreakerRegistry.class).find("sms"))
                    .hasValueSatisfying(sms -> assertThat(sms.getCircuitBreakerConfig()
                                    .getRecordResultPredicate()
                                    .test(new TencentReply.NotProcessed("x")))
                            .isTrue());
            assertThat(context.getBean(BulkheadRegistry.class)
                            .bulkhead("bank-card-check")
                            .getBulkheadConfig()
                            .getMaxConcurrentCalls())
                    .isEqualTo(8);
            assertThat(context.getBean(BulkheadRegistry.class)
                            .bulkhead("licence-check")
                            .getBulkheadConfig()
                            .getMaxConcurrentCalls())
                    .isEqualTo(4);
        });
    }

    @Test
    void speakToTheProviderAndAreMeasured() {
        try (SandboxServer sandbox = Wire.sandbox()) {
            application
                    .withPropertyValues(
                            "realname.tencent.protocol=http://",
                            "realname.tencent.faceid-endpoint=" + sandbox.endpoint(),
                            "realname.tencent.ocr-endpoint=" + sandbox.endpoint(),
                            "realname.tencent.sms.endpoint=" + sandbox.endpoint())
                    .run(context -> {
                        assertThat(context.getBean(BankCardVerifier.class).verify(Wire.question("8000")))
                                .isInstanceOf(ProviderAnswer.Decided.class);
                        assertThat(context.getBean(LicenceRegistry.class).ask(Wire.licence("88")))
                                .isInstanceOf(ProviderAnswer.Decided.class);
                        assertThat(context.getBean(SmsSender.class)
                                        .send(Wire.mobile("8000"), "271828", Duration.ofMinutes(5), UUID.randomUUID()))
                                .isInstanceOf(SmsResult.Accepted.class);
                        assertThat(context.getBean(MeterRegistry.class)
                                        .get("resilience4j.circuitbreaker.calls")
                                        .tag("name", "bank-card-check")
                                        .tag("kind", "successful")
                                        .timer()
                                        .count())
                                .isEqualTo(1);
                    });
        }
    }

    @Test
    void doNotStartWithoutTheLimits() {
        withoutLimits.run(context ->
                assertThat(context).getFailure().rootCause().hasMessageContaining("import classpath:resilience.yaml"));
    }

    @Test
    void doNotStartWithoutAnAccessKey() {
        application
                .withPropertyValues("realname.tencent.secret-id=", "realname.tencent.secret-key=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessage("Missing settings: realname.tencent.secret-id, realname.tencent.secret-key"));
    }
}
