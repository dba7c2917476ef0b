package io.realname.provider.tencent;

import static io.realname.provider.ConfiguredLimits.required;

import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.realname.bankcard.BankCardVerifier;
import io.realname.licence.LicenceRegistry;
import io.realname.tracing.Traces;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Configures the ports that Tencent Cloud implements. Needs {@code realname.tencent.*} ({@link TencentProperties}) and
 * the instances of {@code resilience.yaml}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TencentProperties.class)
class TencentConfiguration {

    private static final String BANK_CARD_CHECK = "bank-card-check";
    private static final String LICENCE_CHECK = "licence-check";
    private static final String SMS = "sms";

    @Bean
    TencentClients tencentClients(TencentProperties properties, Traces traces) {
        return new TencentClients(properties, traces);
    }

    @Bean
    BankCardVerifier tencentBankCardVerifier(
            TencentClients clients, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        return new TencentBankCardVerifier(
                new BilledAction(
                        clients.faceid(),
                        TencentBankCardVerifier.ACTION,
                        required("circuitbreaker", BANK_CARD_CHECK, breakers.find(BANK_CARD_CHECK)),
                        required("bulkhead", BANK_CARD_CHECK, bulkheads.find(BANK_CARD_CHECK))),
                BankCardResultCodes.load());
    }

    @Bean
    LicenceRegistry tencentLicenceRegistry(
            TencentClients clients, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        return new TencentLicenceRegistry(new BilledAction(
                clients.ocr(),
                TencentLicenceRegistry.ACTION,
                required("circuitbreaker", LICENCE_CHECK, breakers.find(LICENCE_CHECK)),
                required("bulkhead", LICENCE_CHECK, bulkheads.find(LICENCE_CHECK))));
    }

    @Bean
    TencentSmsSender tencentSmsSender(
            TencentClients clients, TencentProperties properties, CircuitBreakerRegistry breakers) {
        return new TencentSmsSender(
                clients.sms(),
                properties.sms(),
                required("circuitbreaker", SMS, breakers.find(SMS)),
                Clock.systemUTC());
    }
}
