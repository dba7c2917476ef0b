package io.realname.sandbox.jdcloud;

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

/** Checks the signature verifier with a test vector that was tried once. */
class Jdcloud2SignatureTest {

    private static final String PATH = "/v1/detail%3Abankcard4";
    private static final String SCOPE = "20251009/jdcloud-api/cloudauth/jdcloud2_request";
    private static final Instant SIGNED_AT = Instant.parse("2025-10-09T08:53:20Z");
    private static final String VECTOR = "2cf548a7dc429bc76abbe0216d863a372b9ff5d5350f57c491f05d0aabf94ca7";
    private static final List<String> SIGNED = List.of("content-type", "host", "x-jdcloud-date", "x-jdcloud-nonce");
    private static final String BODY = "{\"personalSpec\":{\"name\":\"张三\",\"idCard\":\"11010519491231002X\","
            + "\"bankCard\":\"6222020000000000000\",\"mobile\":\"13800000000\"}}";
    private static final String AUTHORIZATION = "JDCLOUD2-HMAC-SHA256 Credential=ak/" + SCOPE + ", SignedHeaders="
            + String.join(";", SIGNED) + ", Signature=" + VECTOR;

    @Test
    void theVectorIsReproduced() {
        assertThat(at(SIGNED_AT).sign(PATH, request(AUTHORIZATION, BODY), SIGNED, SCOPE))
                .isEqualTo(VECTOR);
    }

    @Test
    void theVectorIsAccepted() {
        assertThat(at(SIGNED_AT).refusal(PATH, request(AUTHORIZATION, BODY))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "-301, the signature has expired",
        "-300, ''",
        "300, ''",
        "301, the signature has expired",
    })
    void theClockMayBeFiveMinutesOff(long seconds, String refusal) {
        assertThat(at(SIGNED_AT.plusSeconds(seconds))
                        .refusal(PATH, request(AUTHORIZATION, BODY))
                        .orElse(""))
                .isEqualTo(refusal);
    }

    @Test
    void aChangedBodyOrPathIsRefused() {
        assertThat(at(SIGNED_AT).refusal(PATH, request(AUTHORIZATION, BODY + " ")))
                .contains("the signature is wrong");
        assertThat(at(SIGNED_AT).refusal("/v1/detail:bankcard4", request(AUTHORIZATION, BODY)))
                .contains("the signature is wrong");
    }

    @Test
    void anotherSecretIsRefused() {
        assertThat(new Jdcloud2Signature("ak", "other", Clock.fixed(SIGNED_AT, ZoneOffset.UTC))
                        .refusal(PATH, request(AUTHORIZATION, BODY)))
                .contains("the signature is wrong");
    }

    @Test
    void anotherAccessKeyIsRefused() {
        assertThat(at(SIGNED_AT).refusal(PATH, request(AUTHORIZATION.replace("=ak/", "=xk/"), BODY)))
                .contains("no such access key");
    }

    @Test
    void aHeaderThatIsNotSignedIsRefused() {
        assertThat(at(SIGNED_AT).refusal(PATH, request(AUTHORIZATION.replace(";x-jdcloud-nonce", ""), BODY)))
                .contains("a header is not signed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic YTpi",
                "JDCLOUD2-HMAC-SHA256 Credential=ak/" + SCOPE,
                "JDCLOUD2-HMAC-SHA256 Credential=ak/20251009/cn-north-1/cloudauth/jdcloud2_request, "
                        + "SignedHeaders=content-type;host;x-jdcloud-date;x-jdcloud-nonce, Signature=" + VECTOR,
                "JDCLOUD2-HMAC-SHA256 Credential=ak/20251010/jdcloud-api/cloudauth/jdcloud2_request, "
                        + "SignedHeaders=content-type;host;x-jdcloud-date;x-jdcloud-nonce, Signature=" + VECTOR
            })
    void anythingElseIsRefused(String authorization) {
        assertThat(at(SIGNED_AT).refusal(PATH, request(authorization, BODY)))
                .contains("the request is not signed as it must be");
    }

    private static Jdcloud2Signature at(Instant now) {
        return new Jdcloud2Signature("ak", "sk", Clock.fixed(now, ZoneOffset.UTC));
    }

    private static ApiRequest request(String authorization, String body) {
        Headers headers = new Headers();
        headers.set("Content-Type", "application/json");
        headers.set("Host", "cloudauth.jdcloud-api.com");
        headers.set("X-Jdcloud-Date", "20251009T085320Z");
        headers.set("X-Jdcloud-Nonce", "n-1");
        headers.set("Authorization", authorization);
        return new ApiRequest(headers, body.getBytes(StandardCharsets.UTF_8));
    }
}
