package io.realname.sandbox.storage;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Computes AWS's signature (version 4, service {@code s3}) of a request as it was received. */
final class SigV4 {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final Pattern AUTHORIZATION = Pattern.compile(ALGORITHM
            + " Credential=([^/]+)/(\\d{8}/[^/]+/s3/aws4_request), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

    private final String accessKeyId;
    private final String secretAccessKey;

    SigV4(String accessKeyId, String secretAccessKey) {
        this.accessKeyId = accessKeyId;
        this.secretAccessKey = secretAccessKey;
    }

    /** Whether request and body are signed with our key. */
    boolean isRight(HttpExchange request, byte[] body) {
        Headers headers = request.getRequestHeaders();
        Matcher said = AUTHORIZATION.matcher(text(headers.getFirst("Authorization")));
        String payload = text(headers.getFirst("x-amz-content-sha256"));
        if (!said.matches()
                || !said.group(1).equals(accessKeyId)
                || !Arrays.asList(said.group(3).split(";", -1)).contains("host")
                || !(payload.equals("UNSIGNED-PAYLOAD") || payload.equals(sha256(body)))) {
            return false;
        }
        String scope = said.group(2);
        String toSign = ALGORITHM + "\n" + headers.getFirst("x-amz-date") + "\n" + scope + "\n"
                + sha256(utf8(canonical(request, said.group(3), payload)));
        return said.group(4).equals(HexFormat.of().formatHex(hmac(key(scope), toSign)));
    }

    private static String canonical(HttpExchange request, String signedHeaders, String payload) {
        String headers = Stream.of(signedHeaders.split(";", -1))
                .map(name -> name + ":"
                        + String.join(
                                        ",",
                                        Objects.requireNonNull(
                                                request.getRequestHeaders().get(name), name))
                                .strip()
                        + "\n")
                .collect(Collectors.joining());
        String query = text(request.getRequestURI().getRawQuery());
        String sorted = Stream.of(query.split("&", -1)).sorted().collect(Collectors.joining("&"));
        return request.getRequestMethod() + "\n" + request.getRequestURI().getRawPath() + "\n" + sorted + "\n" + headers
                + "\n" + signedHeaders + "\n" + payload;
    }

    private byte[] key(String scope) {
        byte[] key = utf8("AWS4" + secretAccessKey);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
