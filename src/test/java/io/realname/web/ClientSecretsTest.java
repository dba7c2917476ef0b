package io.realname.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.app.Client;
import io.realname.app.Client.Reply;
import io.realname.app.RealnameTest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

@RealnameTest
class ClientSecretsTest {

    private static final String NOBODYS = "/api/v1/verifications/00000000-0000-7000-8000-000000000000";

    @LocalServerPort
    private int port;

    @Autowired
    private UserDetailsService clients;

    @Autowired
    private PasswordEncoder encoder;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    /** Every call pays for the hash: its cost is the installation's choice. */
    @Test
    void hashStaysAsConfiguredHoweverOftenTheClientCalls() {
        String configured = environment.getRequiredProperty("realname.clients[0].password");
        assertThat(configured).startsWith("{SHA-256}{");

        for (int n = 0; n < 2; n++) {
            assertThat(Client.named("mall", port).get(NOBODYS).status()).isEqualTo(404);
            assertThat(clients.loadUserByUsername("mall").getPassword()).isEqualTo(configured);
        }
    }

    /** Ten are free; then each costs a time in which none is compared, the right one neither. */
    @Test
    void guessingIsSlowedDown() {
        Client guesser = Client.withSecret("console", "wrong", port).with("X-Forwarded-For", "203.0.113.1");
        Client owner = Client.named("console", port).with("X-Forwarded-For", "203.0.113.1");
        for (int n = 0; n < 11; n++) {
            assertThat(guesser.get(NOBODYS).status()).as("guess " + n).isEqualTo(401);
        }

        assertThat(secondsClosed()).isEqualTo(1);
        closedFor("1 minute");
        Reply slowed = guesser.speaking("zh-CN").get(NOBODYS);
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(slowed.at("/code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(30, 60);
        assertThat(slowed.at("/detail")).matches(".*\\p{IsHan}.*");
        assertThat(owner.get(NOBODYS).status()).isEqualTo(429);
        assertThat(owner.post("/engine-rest/message", "{}").status()).isEqualTo(429);

        over();
        assertThat(guesser.get(NOBODYS).status()).isEqualTo(401);
        assertThat(secondsClosed()).isEqualTo(2);
        over();
        assertThat(owner.get(NOBODYS).status()).isEqualTo(404);
        assertThat(guesser.get(NOBODYS).status()).as("begins anew").isEqualTo(401);
    }

    /** It never takes longer than a minute, however long somebody goes on. */
    @Test
    void nobodyIsSentAwayForLongerThanAMinute() {
        Client guesser = Client.withSecret("mall", "wrong", port).with("X-Forwarded-For", "203.0.113.2");
        for (int n = 0; n < 30; n++) {
            over();
            assertThat(guesser.get(NOBODYS).status()).isEqualTo(401);
        }

        assertThat(secondsClosed()).isEqualTo(60);
    }

    /** Whoever guesses from elsewhere does not get in the client's way. */
    @Test
    void strangersLockNobodyOut() {
        Client stranger = Client.withSecret("mall", "wrong", port).with("X-Forwarded-For", "203.0.113.3");
        for (int n = 0; n < 11; n++) {
            stranger.get(NOBODYS);
        }
        closedFor("1 minute");
        assertThat(stranger.get(NOBODYS).status()).isEqualTo(429);

        assertThat(Client.named("mall", port).get(NOBODYS).status()).isEqualTo(404);
        assertThat(Client.named("mall", port)
                        .with("X-Forwarded-For", "203.0.113.4")
                        .get(NOBODYS)
                        .status())
                .isEqualTo(404);
        assertThat(Client.named("console", port)
                        .with("X-Forwarded-For", "203.0.113.3")
                        .get(NOBODYS)
                        .status())
                .isEqualTo(404);
    }

    /** One subscriber has a whole /64 of addresses to guess from. */
    @Test
    void anIpv6NetworkIsOne() {
        for (int n = 1; n < 12; n++) {
            Client.withSecret("mall", "wrong", port)
                    .with("X-Forwarded-For", "2001:db8:0:1::" + n)
                    .get(NOBODYS);
        }
        closedFor("1 minute");

        assertThat(Client.named("mall", port)
                        .with("X-Forwarded-For", "2001:db8:0:1:a::b")
                        .get(NOBODYS)
                        .status())
                .isEqualTo(429);
        assertThat(Client.named("mall", port)
                        .with("X-Forwarded-For", "2001:db8:0:2::1")
                        .get(NOBODYS)
                        .status())
                .isEqualTo(404);
    }

    /** Else the answer would tell which names are taken. */
    @Test
    void namesThatNobodyHasAreSlowedDownAlike() {
        Client guesser = Client.withSecret("nobody at all", "wrong", port).with("X-Forwarded-For", "203.0.113.5");
        for (int n = 0; n < 11; n++) {
            assertThat(guesser.get(NOBODYS).status()).isEqualTo(401);
        }

        closedFor("1 minute");
        assertThat(guesser.get(NOBODYS).status()).isEqualTo(429);
        assertThat(jdbc.sql("select count(*) from client_secret_throttle t where t::text like '%nobody%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsOldIsForgotten() {
        Client guesser = Client.withSecret("mall", "wrong", port).with("X-Forwarded-For", "203.0.113.6");
        for (int n = 0; n < 12; n++) {
            guesser.get(NOBODYS);
        }
        jdbc.sql("update client_secret_throttle set updated_at = updated_at - interval '61 minutes'")
                .update();

        for (int n = 0; n < 11; n++) {
            assertThat(guesser.get(NOBODYS).status()).isEqualTo(401);
        }
    }

    /** Lets the time pass in which no secret is compared. */
    private void over() {
        closedFor("0 s");
    }

    private int secondsClosed() {
        return jdbc.sql(
                        "select extract(epoch from closed_until - updated_at) from client_secret_throttle order by updated_at desc limit 1")
                .query(Integer.class)
                .single();
    }

    private void closedFor(String interval) {
        jdbc.sql("update client_secret_throttle set closed_until = now() + cast(? as interval)")
                .param(interval)
                .update();
    }

    /** A caller whom nobody knows costs no more, and hears no sooner or later that the name is none. */
    @Test
    void namesThatNobodyHasCostAsMuch() {
        assertThat(encoder.encode("nobody's")).startsWith("{SHA-256}{");
        assertThat(encoder.matches(
                        "kept",
                        PasswordEncoderFactories.createDelegatingPasswordEncoder()
                                .encode("kept")))
                .isTrue();
        assertThat(encoder.matches(
                        "kept",
                        "{pbkdf2@SpringSecurity_v5_8}"
                                + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()
                                        .encode("kept")))
                .isTrue();
    }

    /** While the client app and the nodes take over a new secret one after the other. */
    @Test
    void anOldSecretAndANewOneAreBothRight() {
        String both = encoder.encode("old") + " " + encoder.encode("new");

        assertThat(new ClientProperties.Client("mall", both, Set.of()).password())
                .isEqualTo(both);
        assertThat(encoder.matches("old", both)).isTrue();
        assertThat(encoder.matches("new", both)).isTrue();
        assertThat(encoder.matches("other", both)).isFalse();
        assertThat(encoder.matches("two words", "{noop}two words")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"plain-secret", "{SHA-256}{a}b plain-secret", "{SHA-256}", "{SHA-256}a {SHA-256}b {SHA-256}c"})
    void aSecretWithoutAHashIsRefusedAtTheStart(String setting) {
        assertThatThrownBy(() -> new ClientProperties.Client("mall", setting, Set.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client mall")
                .hasMessageNotContaining("plain-secret");
    }
}
