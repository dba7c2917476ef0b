package io.realname.app;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Stands for {@code issuer-uri}: the issuer's public key, without the issuer. */
@TestConfiguration(proxyBeanMethods = false)
public class TokenIssuer {

    /** What the issuer signs with, and checks with. */
    public static final KeyPair KEYS = keys();

    @Bean
    JwtDecoder tokens() {
        return NimbusJwtDecoder.withPublicKey((RSAPublicKey) KEYS.getPublic()).build();
    }

    /** New keys, as another issuer has them. */
    public static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
