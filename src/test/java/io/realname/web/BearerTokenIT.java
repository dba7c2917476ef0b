package io.realname.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.realname.app.Applicant;
import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.OtherSettings;
import io.realname.app.TokenIssuer;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that come with a token instead of a password. */
@OtherSettings
class BearerTokenIT {

    @LocalServerPort
    private int port;

    @Test
    void aTokenOpensWhatItsRolesSay() throws JOSEException {
        Applicant applicant = Applicant.number(900);
        String account = "/api/v1/accounts/" + applicant.account();
        String body = "{\"site\":\"JD_MALL\",\"kind\":\"PERSONAL\"}";

        assertThat(send("PUT", account, body, token("service", "ACCOUNTS", 60)).status())
                .isEqualTo(201);
        assertThat(send("PUT", account, body, token("app", "CLIENT", 60)).status())
                .isEqualTo(403);
        Reply started =
                send("POST", "/api/v1/verifications", applicant.application().toString(), token("app", "CLIENT", 60));
        assertThat(started.status()).isEqualTo(201);
        assertThat(send("GET", started.header("Location"), null, token("app", "CLIENT", 60))
                        .status())
                .isEqualTo(200);
        assertThat(send("GET", started.header("Location"), null, token("other", "CLIENT", 60))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anOldTokenOrAnotherIssuersIsRefused() throws JOSEException {
        assertThat(send("GET", "/api/v1/verifications/x", null, token("app", "CLIENT", -600))
                        .status())
                .isEqualTo(401);
        Reply foreign = send("GET", "/api/v1/verifications/x", null, signed(TokenIssuer.keys(), "app", "CLIENT", 60));
        assertThat(foreign.status()).isEqualTo(401);
        assertThat(foreign.at("/code")).isEqualTo("UNAUTHORIZED");
    }

    private Reply send(String method, String path, @Nullable String body, String token) {
        return Client.nobody(port).send(method, path, body, Map.of("Authorization", "Bearer " + token));
    }

    private static String token(String client, String role, int seconds) throws JOSEException {
        return signed(TokenIssuer.KEYS, client, role, seconds);
    }

    private static String signed(KeyPair keys, String client, String role, int seconds) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader(JWSAlgorithm.RS256),
                new JWTClaimsSet.Builder()
                        .subject(client)
                        .claim("roles", List.of(role))
                        .expirationTime(Date.from(Instant.now().plusSeconds(seconds)))
                        .build());
        token.sign(new RSASSASigner(keys.getPrivate()));
        return token.serialize();
    }
}
