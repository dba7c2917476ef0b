package io.realname.app;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Replaces {@code issuer-uri}: has the issuer's public key, without an issuer. */
@TestConfiguration(proxyBeanMethods = false)
public class TokenIssuer {

    /** The private key signs tokens, the public key verifies them. */
    public static final KeyPair KEYS = keys();

    @Bean
    JwtDecoder tokens() {
        return NimbusJwtDecoder.withPublicKey((RSAPublicKey) KEYS.getPublic()).build();
    }

    /** New keys, like those of another issuer. */
    public static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("RSA").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
