package io.realname.sandbox.jdcloud;

import io.realname.sandbox.ApiRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The provider's side of {@code JDCLOUD2-HMAC-SHA256}: checks that a request was signed recently with the access key.
 */
public final class Jdcloud2Signature {

    private static final Duration GREATEST_SKEW = Duration.ofMinutes(5);
    private static final List<String> MUST_BE_SIGNED =
            List.of("content-type", "host", "x-jdcloud-date", "x-jdcloud-nonce");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{8}T([01]\\d|2[0-3])[0-5]\\d[0-5]\\dZ");
    private static final Pattern AUTHORIZATION = Pattern.compile("JDCLOUD2-HMAC-SHA256 "
            + "Credential=(?<id>[^/]+)/(?<scope>(?<date>\\d{8})/jdcloud-api/cloudauth/jdcloud2_request), ?"
            + "SignedHeaders=(?<headers>[a-z0-9;-]+), ?"
            + "Signature=(?<signature>[0-9a-f]{64})");

    private final String accessKey;
    private final String secretKey;
    private final Clock clock;

    public Jdcloud2Signature(String accessKey, String secretKey, Clock clock) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
        this.clock = clock;
    }

    /**
     * Why the request is refused; empty if its signature is good.
     *
     * @param path as it was sent, percent-encoded
     */
    Optional<String> refusal(String path, ApiRequest request) {
        Matcher authorization = AUTHORIZATION.matcher(request.header("Authorization"));
        String date = request.header("X-Jdcloud-Date");
        if (!authorization.matches()
                || !DATE_FORM.matcher(date).matches()
                || request.header("X-Jdcloud-Nonce").isEmpty()
                || !request.header("Content-Type").equals("application/json")
                || !date.startsWith(authorization.group("date"))) {
            return Optional.of("the request is not signed as it must be");
        }
        List<String> signed = Arrays.asList(authorization.group("headers").split(";"));
        if (!signed.containsAll(MUST_BE_SIGNED)) {
            return Optional.of("a header is not signed");
        }
        if (!authorization.group("id").equals(accessKey)) {
            return Optional.of("no such access key");
        }
        Instant signedAt = LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
        if (Duration.between(signedAt, clock.instant()).abs().compareTo(GREATEST_SKEW) > 0) {
            return Optional.of("the signature has expired");
        }
        String expected = sign(path, request, signed, authorization.group("scope"));
        return MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.US_ASCII),
                        authorization.group("signature").getBytes(StandardCharsets.US_ASCII))
                ? Optional.empty()
                : Optional.of("the signature is wrong");
    }

    /** The signature, 64 hex digits, of a POST whose listed headers are signed. */
    public String sign(String path, ApiRequest request, List<String> signedHeaders, String scope) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + request.header(name) + "\n")
                .collect(Collectors.joining());
        String canonical = "POST\n" + path + "\n\n" + headers + "\n" + String.join(";", signedHeaders) + "\n"
                + sha256(request.body());
        String toSign = "JDCLOUD2-HMAC-SHA256\n" + request.header("X-Jdcloud-Date") + "\n" + scope + "\n"
                + sha256(canonical.getBytes(StandardCharsets.UTF_8));
        byte[] key = hmac(("JDCLOUD2" + secretKey).getBytes(StandardCharsets.UTF_8), scope.split("/"));
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(byte[] first, String... texts) {
        try {
            byte[] key = first;
            for (String text : texts) {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                key = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            }
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
