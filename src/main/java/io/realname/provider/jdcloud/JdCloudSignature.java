package io.realname.provider.jdcloud;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Signs requests with {@code JDCLOUD2-HMAC-SHA256}, in the form that cloudauth requires: a POST of JSON without a
 * query.
 */
final class JdCloudSignature {

    static final String DATE_HEADER = "x-jdcloud-date";
    static final String NONCE_HEADER = "x-jdcloud-nonce";

    private static final String ALGORITHM = "JDCLOUD2-HMAC-SHA256";
    private static final String SIGNED_HEADERS = "content-type;host;" + DATE_HEADER + ";" + NONCE_HEADER;
    /** cloudauth has no regions; the signature uses this value instead of one. */
    private static final String REGION = "jdcloud-api";

    private static final String SERVICE = "cloudauth";
    private static final String END_OF_SCOPE = "jdcloud2_request";
    private static final int DAY = 8;

    private final String accessKey;
    private final String secretKey;

    JdCloudSignature(String accessKey, String secretKey) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /**
     * The value of the header {@code Authorization}.
     *
     * @param path percent-encoded, as it is sent
     * @param host as in the header {@code Host}
     * @param date {@code yyyyMMdd'T'HHmmss'Z'}
     */
    String authorization(String path, String host, String date, String nonce, byte[] body) {
        String day = date.substring(0, DAY);
        String scope = String.join("/", day, REGION, SERVICE, END_OF_SCOPE);
        return ALGORITHM + " Credential=" + accessKey + "/" + scope + ", SignedHeaders=" + SIGNED_HEADERS
                + ", Signature=" + signature(path, host, date, nonce, body, scope);
    }

    private String signature(String path, String host, String date, String nonce, byte[] body, String scope) {
        String canonical = String.join(
                "\n",
                "POST",
                path,
                "",
                "content-type:application/json",
                "host:" + host,
                DATE_HEADER + ":" + date,
                NONCE_HEADER + ":" + nonce,
                "",
                SIGNED_HEADERS,
                DigestUtils.sha256Hex(body));
        String toSign = String.join("\n", ALGORITHM, date, scope, DigestUtils.sha256Hex(canonical));
        byte[] key = ("JDCLOUD2" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(date.substring(0, DAY), REGION, SERVICE, END_OF_SCOPE, toSign)) {
            key = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, key).hmac(part);
        }
        return HexFormat.of().formatHex(key);
    }
}
