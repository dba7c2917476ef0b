package io.realname.process.deployment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tokens with which analysts deploy in place of a password, for a few hours: with single sign-on no password is right,
 * and the Modeler cannot log in at the identity provider. A person has one at most.
 */
@Repository
public class DeploymentTokens {

    /** As long as a login by single sign-on lasts by default. */
    private static final Duration LIFE = Duration.ofHours(4);

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;

    DeploymentTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a token for the person. Their former one ends. */
    @Transactional
    public Token make(String login) {
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant expiresAt = Instant.now().plus(LIFE);
        jdbc.sql("delete from deployment_token where expires_at < now()").update();
        jdbc.sql("""
                        insert into deployment_token (sha256, user_id, expires_at) values (?, ?, ?)
                        on conflict (user_id) do update set sha256 = excluded.sha256, expires_at = excluded.expires_at
                        """)
                .param(sha256(token))
                .param(login)
                .param(expiresAt.atOffset(ZoneOffset.UTC))
                .update();
        return new Token(token, expiresAt);
    }

    /** Whose token it is; empty if it is unknown or has ended. */
    public Optional<String> loginOf(String token) {
        return jdbc.sql("select user_id from deployment_token where sha256 = ? and expires_at > now()")
                .param(sha256(token))
                .query(String.class)
                .optional();
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param token random, so its hash needs neither salt nor many rounds */
    public record Token(String token, Instant expiresAt) {

        @Override
        public String toString() {
            return "Token[until " + expiresAt + "]";
        }
    }
}
