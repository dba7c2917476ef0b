package io.realname.provider.jdcloud;

import static io.realname.provider.ConfiguredLimits.required;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.payment.CorporatePayer;
import io.realname.tracing.Traces;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Makes payments through JD Cloud. Needs {@code realname.jdcloud.*} ({@link JdCloudProperties}) and the instances of
 * {@code resilience.yaml}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JdCloudProperties.class)
class JdCloudConfiguration {

    private static final String CORPORATE_PAYMENT = "corporate-payment";

    @Bean
    CorporatePayer jdCloudPayer(
            JdCloudProperties properties, Traces traces, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        return new JdCloudPayer(
                new JdCloudApi(properties, Clock.systemUTC(), traces),
                required("circuitbreaker", CORPORATE_PAYMENT, breakers.find(CORPORATE_PAYMENT)),
                required("bulkhead", CORPORATE_PAYMENT, bulkheads.find(CORPORATE_PAYMENT)));
    }
}
