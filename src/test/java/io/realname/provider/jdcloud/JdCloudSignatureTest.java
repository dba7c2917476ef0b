package io.realname.provider.jdcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Compares the signature with the only test vector that was tried. */
class JdCloudSignatureTest {

    private static final String BODY = "{\"personalSpec\":{\"name\":\"张三\",\"idCard\":\"11010519491231002X\","
            + "\"bankCard\":\"6222020000000000000\",\"mobile\":\"13800000000\"}}";

    @Test
    void theVectorIsReproduced() {
        assertThat(new JdCloudSignature("ak", "sk")
                        .authorization(
                                "/v1/detail%3Abankcard4",
                                "cloudauth.jdcloud-api.com",
                                "20251009T085320Z",
                                "n-1",
                                BODY.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("JDCLOUD2-HMAC-SHA256 "
                        + "Credential=ak/20251009/jdcloud-api/cloudauth/jdcloud2_request, "
                        + "SignedHeaders=content-type;host;x-jdcloud-date;x-jdcloud-nonce, "
                        + "Signature=2cf548a7dc429bc76abbe0216d863a372b9ff5d5350f57c491f05d0aabf94ca7");
    }
}
