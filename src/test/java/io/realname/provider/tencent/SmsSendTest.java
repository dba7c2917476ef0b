package io.realname.provider.tencent;

import static io.realname.provider.tencent.Wire.SEND;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.realname.mobile.SmsResult;
import io.realname.sandbox.Fault;
import io.realname.sandbox.Inbox;
import io.realname.sandbox.SandboxServer;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sending a code, over the wire. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SmsSendTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final SandboxServer sandbox = Wire.sandbox();
    private final TencentSmsSender sender = Wire.smsSender(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void deliversTheCode() {
        SmsResult result = send("8000");

        assertThat(result).isInstanceOf(SmsResult.Accepted.class);
        assertThat(((SmsResult.Accepted) result).serialNumber()).startsWith("2026:");
        assertThat(sandbox.inbox().messages("13800138000")).singleElement().satisfies(message -> {
            assertThat(message.code()).isEqualTo("271828");
            assertThat(message.text()).startsWith("【实名】").contains("271828", "5分钟");
        });
        assertThat(sandbox.ledger().entries(SEND)).hasSize(1);
        assertThat(sandbox.calls().of(SEND)).isEqualTo(1);
    }

    @Test
    void isFrequencyLimitedByTheSandboxForOneNumber() {
        assertThat(send("0005")).isEqualTo(new SmsResult.FrequencyLimited("LimitExceeded.PhoneNumberDailyLimit"));
        assertThat(sandbox.ledger().entries()).isEmpty();
    }

    @Test
    void isUnavailableOnceForAnotherNumber() {
        assertThat(send("0006")).isEqualTo(new SmsResult.NotSent("HTTP status 500"));
        assertThat(sandbox.inbox().messages("13800130006")).isEmpty();

        assertThat(send("0006")).isInstanceOf(SmsResult.Accepted.class);
        assertThat(sandbox.inbox().messages("13800130006"))
                .extracting(Inbox.Message::code)
                .containsExactly("271828");
    }

    @ParameterizedTest
    @CsvSource({
        "LimitExceeded.PhoneNumberThirtySecondLimit, FrequencyLimited",
        "LimitExceeded.PhoneNumberOneHourLimit, FrequencyLimited",
        "LimitExceeded.PhoneNumberDailyLimit, FrequencyLimited",
        "LimitExceeded.PhoneNumberSameContentDailyLimit, FrequencyLimited",
        "LimitExceeded.DeliveryFrequencyLimit, FrequencyLimited",
        "LimitExceeded.AppDailyLimit, FrequencyLimited",
        "InvalidParameterValue.IncorrectPhoneNumber, NumberRefused",
        "FailedOperation.PhoneNumberInBlacklist, NumberRefused",
        "FailedOperation.InsufficientBalanceInSmsPackage, ProviderRefused",
        "FailedOperation.TemplateIncorrectOrUnapproved, ProviderRefused",
        "FailedOperation.SignatureIncorrectOrUnapproved, ProviderRefused",
        "UnauthorizedOperation.SmsSdkAppIdVerifyFail, ProviderRefused",
        "AuthFailure.SignatureFailure, ProviderRefused",
        "RequestLimitExceeded, Unavailable",
        "InternalError.Timeout, Unavailable",
        "FailedOperation.FailResolvePacket, Unavailable",
        "SomethingNew, Unavailable",
    })
    void aCodeMeansTheSameOfAMessageAndOfARequest(String code, String meaning) {
        sandbox.script().smsCodeNext(code);
        assertThat(send("8000").getClass().getSimpleName()).isEqualTo(meaning);

        sandbox.script().errorNext(SEND, code);
        assertThat(send("8000").getClass().getSimpleName()).isEqualTo(meaning);

        assertThat(sandbox.ledger().entries()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"SendStatusSet\":null}",
                "{\"SendStatusSet\":[]}",
                "{\"SendStatusSet\":[{\"Code\":\"Ok\"}]}",
                "{\"SendStatusSet\":[{\"PhoneNumber\":\"+8613800139999\",\"SessionContext\":\"CONTEXT\",\"Code\":\"Ok\"}]}",
                "{\"SendStatusSet\":[{\"PhoneNumber\":\"+8613800138000\",\"SessionContext\":\"other\",\"Code\":\"Ok\"}]}",
                "{\"SendStatusSet\":[{\"PhoneNumber\":\"+8613800138000\",\"SessionContext\":\"CONTEXT\"}]}",
                "{\"SendStatusSet\":[{\"PhoneNumber\":\"+8613800138000\",\"SessionContext\":\"CONTEXT\",\"Code\":\"Ok\"},"
                        + "{\"PhoneNumber\":\"+8613800138000\",\"SessionContext\":\"CONTEXT\",\"Code\":\"InternalError\"}]}"
            })
    void anAnswerToSomethingElseIsNotTakenForOurs(String response) {
        UUID challenge = UUID.randomUUID();
        sandbox.script().responseNext(SEND, response.replace("CONTEXT", challenge.toString()));

        assertThat(sender.send(Wire.mobile("8000"), "271828", FIVE_MINUTES, challenge))
                .isInstanceOf(SmsResult.Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"DRIP"})
    void aSpoiltAnswerIsUnavailable(Fault fault) {
        sandbox.script().failNext(SEND, fault);

        assertThat(send("8000")).isInstanceOf(SmsResult.Unavailable.class);
        assertThat(sandbox.calls().of(SEND)).isEqualTo(1);
    }

    @Test
    void nothingIsSentToAnUnreachableProviderAndTheBreakerOpens() {
        String endpoint = sandbox.endpoint();
        sandbox.close();
        CircuitBreaker breaker = Wire.breaker();
        TencentSmsSender unreachable = Wire.smsSender(Wire.properties(endpoint, Wire.PATIENT), breaker);

        for (int call = 0; call < 4; call++) {
            assertThat(unreachable.send(Wire.mobile("8000"), "271828", FIVE_MINUTES, UUID.randomUUID()))
                    .isEqualTo(new SmsResult.NotSent("not sent: ConnectException"));
        }

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        assertThat(unreachable.send(Wire.mobile("8000"), "271828", FIVE_MINUTES, UUID.randomUUID()))
                .isEqualTo(new SmsResult.NotSent("circuit breaker open"));
    }

    private SmsResult send(String last4) {
        return sender.send(Wire.mobile(last4), "271828", FIVE_MINUTES, UUID.randomUUID());
    }
}
