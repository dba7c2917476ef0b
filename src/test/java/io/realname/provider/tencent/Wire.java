package io.realname.provider.tencent;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.realname.bankcard.BankCardQuestion;
import io.realname.bankcard.Pan;
import io.realname.licence.LicenceQuestion;
import io.realname.mobile.MobileNumber;
import io.realname.people.TestEnterprises;
import io.realname.provider.ProviderTrouble;
import io.realname.sandbox.SandboxServer;
import io.realname.sandbox.SandboxSettings;
import io.realname.tracing.Traces;
import java.time.Clock;
import java.time.Duration;

/** The adapters as production builds them, for a server on this machine. */
final class Wire {

    static final String BANK_CHECK = "BankCard4EVerification";
    static final String LICENCE_CHECK = "VerifyBizLicenseEnterprise4";
    static final String SEND = "SendSms";
    static final String PULL = "PullSmsSendStatusByPhoneNumber";

    static final String SECRET_ID = "AKIDplanted0id";
    static final String SECRET_KEY = "planted0secret0key";
    static final String NAME = "林斌";
    static final String RESIDENT_ID = "11010519491231002X";
    static final String PAN = "6222020200112230004";
    static final String ENTERPRISE = TestEnterprises.name(4711);

    /** Long enough for a loaded machine. */
    static final TencentProperties.Timeouts PATIENT =
            new TencentProperties.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(20));

    /** For calls that are expected to time out. */
    static final TencentProperties.Timeouts SHORT =
            new TencentProperties.Timeouts(Duration.ofMillis(300), Duration.ofMillis(400), Duration.ofMillis(800));

    private Wire() {}

    static SandboxServer sandbox() {
        return SandboxServer.start(SandboxSettings.of(SECRET_ID, SECRET_KEY));
    }

    static TencentProperties properties(String endpoint, TencentProperties.Timeouts timeouts) {
        return properties("http://", endpoint, SECRET_ID, SECRET_KEY, timeouts);
    }

    static TencentProperties properties(
            String protocol, String endpoint, String id, String key, TencentProperties.Timeouts timeouts) {
        return new TencentProperties(
                id,
                key,
                protocol,
                endpoint,
                endpoint,
                new TencentProperties.Sms(endpoint, "ap-guangzhou", "1400000001", "449739", "449740", "实名"),
                timeouts);
    }

    static TencentBankCardVerifier verifier(SandboxServer sandbox) {
        return verifier(properties(sandbox.endpoint(), PATIENT));
    }

    static TencentBankCardVerifier verifier(TencentProperties properties) {
        return verifier(properties, breaker(), Bulkhead.ofDefaults("test"));
    }

    static TencentBankCardVerifier verifier(TencentProperties properties, CircuitBreaker breaker, Bulkhead bulkhead) {
        return new TencentBankCardVerifier(
                new BilledAction(new TencentClients(properties, Traces.OFF).faceid(), BANK_CHECK, breaker, bulkhead),
                BankCardResultCodes.load());
    }

    static TencentLicenceRegistry registry(SandboxServer sandbox) {
        return registry(properties(sandbox.endpoint(), PATIENT), breaker());
    }

    static TencentLicenceRegistry registry(TencentProperties properties, CircuitBreaker breaker) {
        return new TencentLicenceRegistry(new BilledAction(
                new TencentClients(properties, Traces.OFF).ocr(), LICENCE_CHECK, breaker, Bulkhead.ofDefaults("test")));
    }

    static TencentSmsSender smsSender(SandboxServer sandbox) {
        return smsSender(properties(sandbox.endpoint(), PATIENT), breaker());
    }

    static TencentSmsSender smsSender(TencentProperties properties, CircuitBreaker breaker) {
        return new TencentSmsSender(
                new TencentClients(properties, Traces.OFF).sms(), properties.sms(), breaker, Clock.systemUTC());
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

    /** @param last4 the last four digits of the mobile number, which choose the sandbox's scenario */
    static BankCardQuestion question(String last4) {
        return new BankCardQuestion(NAME, RESIDENT_ID, Pan.parse(PAN), mobile(last4));
    }

    /** @param tail the characters before the check character, which choose the sandbox's scenario */
    static LicenceQuestion licence(String tail) {
        return new LicenceQuestion(creditCode(tail), ENTERPRISE, NAME, RESIDENT_ID);
    }

    static String creditCode(String tail) {
        return TestEnterprises.creditCode(4711, tail);
    }

    static MobileNumber mobile(String last4) {
        return MobileNumber.parse("+861380013" + last4);
    }
}
