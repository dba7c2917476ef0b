package io.realname.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.realname.sandbox.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the signature verifier with the test vector that was tried with the real API. */
class Tc3SignatureTest {

    private static final Instant SIGNED_AT = Instant.ofEpochSecond(1_760_000_000);
    private static final String VECTOR = "7af50609e7fe0fb6fa219b4d26676792521bb93c019101ee627e6477e8030c27";
    private static final String BODY = "{\"Name\":\"张三\",\"BankCard\":\"6222020000000000000\","
            + "\"Phone\":\"13800000000\",\"IdCard\":\"11010519491231002X\"}";
    private static final String AUTHORIZATION = "TC3-HMAC-SHA256 Credential=ak/2025-10-09/faceid/tc3_request, "
            + "SignedHeaders=content-type;host, Signature=" + VECTOR;

    @Test
    void theVectorIsReproduced() {
        assertThat(at(SIGNED_AT)
                        .sign(request(AUTHORIZATION, BODY), List.of("content-type", "host"), SIGNED_AT, "faceid"))
                .isEqualTo(VECTOR);
    }

    @Test
    void theVectorIsAccepted() {
        assertThat(at(SIGNED_AT).refusal(request(AUTHORIZATION, BODY))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-301, AuthFailure.SignatureExpire",
        "-300, ''",
        "300, ''",
        "301, AuthFailure.SignatureExpire",
    })
    void theClockMayBeFiveMinutesOff(long seconds, String refusal) {
        assertThat(at(SIGNED_AT.plusSeconds(seconds))
                        .refusal(request(AUTHORIZATION, BODY))
                        .orElse(""))
                .isEqualTo(refusal);
    }

    @Test
    void aChangedBodyIsRefused() {
        assertThat(at(SIGNED_AT).refusal(request(AUTHORIZATION, BODY + " "))).contains("AuthFailure.SignatureFailure");
    }

    @Test
    void anotherSecretIsRefused() {
        assertThat(new Tc3Signature("ak", "other", Clock.fixed(SIGNED_AT, ZoneOffset.UTC))
                        .refusal(request(AUTHORIZATION, BODY)))
                .contains("AuthFailure.SignatureFailure");
    }

    @Test
    void anotherSecretIdIsRefused() {
        assertThat(at(SIGNED_AT).refusal(request(AUTHORIZATION.replace("=ak/", "=xk/"), BODY)))
                .contains("AuthFailure.SecretIdNotFound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Basic YTpi", "TC3-HMAC-SHA256 Credential=ak/2025-10-09/faceid/tc3_request"})
    void anythingElseIsRefused(String authorization) {
        assertThat(at(SIGNED_AT).refusal(request(authorization, BODY))).contains("AuthFailure.InvalidAuthorization");
    }

    private static Tc3Signature at(Instant now) {
        return new Tc3Signature("ak", "sk", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ApiRequest request(String authorization, String body) {
        Headers headers = new Headers();
        headers.set("Content-Type", "application/json; charset=utf-8");
        headers.set("Host", "faceid.tencentcloudapi.com");
        headers.set("X-TC-Timestamp", Long.toString(SIGNED_AT.getEpochSecond()));
        headers.set("Authorization", authorization);
        return new ApiRequest(headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
