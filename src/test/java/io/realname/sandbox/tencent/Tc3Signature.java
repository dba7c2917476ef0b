package io.realname.sandbox.tencent;

import io.realname.sandbox.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The provider's side of {@code TC3-HMAC-SHA256}: checks that a request was signed recently with the access key. */
public final class Tc3Signature {

    private static final Duration GREATEST_SKEW = Duration.ofMinutes(5);
    private static final Pattern AUTHORIZATION = Pattern.compile("TC3-HMAC-SHA256 "
            + "Credential=(?<id>[^/]+)/(?<date>\\d{4}-\\d{2}-\\d{2})/(?<service>[^/]+)/tc3_request, ?"
            + "SignedHeaders=(?<headers>[a-z0-9;-]+), ?"
            + "Signature=(?<signature>[0-9a-f]{64})");

    private final String secretId;
    private final String secretKey;
    private final Clock clock;

    public Tc3Signature(String secretId, String secretKey, Clock clock) {
        this.secretId = secretId;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    /** The error code with which the request is refused; empty if its signature is good. */
    Optional<String> refusal(ApiRequest request) {
        Matcher authorization = AUTHORIZATION.matcher(request.header("Authorization"));
        String timestamp = request.header("X-TC-Timestamp");
        if (!authorization.matches() || !timestamp.matches("\\d{1,12}")) {
            return Optional.of("AuthFailure.InvalidAuthorization");
        }
        if (!authorization.group("id").equals(secretId)) {
            return Optional.of("AuthFailure.SecretIdNotFound");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamp));
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(GREATEST_SKEW) > 0) {
            return Optional.of("AuthFailure.SignatureExpire");
        }
        // Uses the service in the scope: an SDK that calls localhost:8090 takes that for the service's name.
        String expected = sign(
                request,
                Arrays.asList(authorization.group("headers").split(";")),
                signedAt,
                authorization.group("service"));
        return matches(expected, authorization) ? Optional.empty() : Optional.of("AuthFailure.SignatureFailure");
    }

    /** The signature, 64 hex digits, of a request whose listed headers are signed. */
    String sign(ApiRequest request, List<String> signedHeaders, Instant at, String service) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + request.header(name) + "\n")
                .collect(Collectors.joining());
        String canonical =
                "POST\n/\n\n" + headers + "\n" + String.join(";", signedHeaders) + "\n" + sha256(request.body());
        String date = at.atOffset(ZoneOffset.UTC).toLocalDate().toString();
        String toSign = "TC3-HMAC-SHA256\n" + at.getEpochSecond() + "\n" + date + "/" + service + "/tc3_request\n"
                + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] key = ("TC3" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(date, service, "tc3_request", toSign)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(key);
    }

    private static boolean matches(String expected, Matcher authorization) {
        List<String> signed = Arrays.asList(authorization.group("headers").split(";"));
        return signed.contains("content-type")
                && signed.contains("host")
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        authorization.group("signature").getBytes(StandardCharsets.US_ASCII));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
