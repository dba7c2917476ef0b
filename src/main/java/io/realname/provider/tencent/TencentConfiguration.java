package io.realname.provider.tencent;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.realname.bankcard.BankCardVerifier;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The two ports, answered by Tencent Cloud. Needs {@code realname.tencent.*} ({@link TencentProperties}) and the
 * instances of {@code resilience.yaml}: without those a breaker would quietly run on defaults and never open.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TencentProperties.class)
class TencentConfiguration {

    private static final String BANK_CARD_CHECK = "bank-card-check";
    private static final String SMS = "sms";

    @Bean
    TencentClients tencentClients(TencentProperties properties) {
        return new TencentClients(properties);
    }

    @Bean
    BankCardVerifier tencentBankCardVerifier(
            TencentClients clients,
            CircuitBreakerRegistry breakers,
            RateLimiterRegistry rateLimiters,
            BulkheadRegistry bulkheads) {
        return new TencentBankCardVerifier(
                new BilledAction(
                        clients.faceid(),
                        TencentBankCardVerifier.ACTION,
                        configured("circuitbreaker", BANK_CARD_CHECK, breakers.find(BANK_CARD_CHECK)),
                        configured("ratelimiter", BANK_CARD_CHECK, rateLimiters.find(BANK_CARD_CHECK)),
                        configured("bulkhead", BANK_CARD_CHECK, bulkheads.find(BANK_CARD_CHECK))),
                BankCardResultCodes.load());
    }

    @Bean
    TencentSmsSender tencentSmsSender(
            TencentClients clients, TencentProperties properties, CircuitBreakerRegistry breakers) {
        return new TencentSmsSender(
                clients.sms(),
                properties.sms(),
                configured("circuitbreaker", SMS, breakers.find(SMS)),
                Clock.systemUTC());
    }

    private static <T> T configured(String kind, String name, Optional<T> instance) {
        return instance.orElseThrow(() -> new IllegalStateException("resilience4j." + kind + ".instances." + name
                + " is not configured: import classpath:resilience.yaml"));
    }
}
