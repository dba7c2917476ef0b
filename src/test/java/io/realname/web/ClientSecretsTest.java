package io.realname.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.app.Client;
import io.realname.app.RealnameTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
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

    /** Every call pays for the hash: its cost is the installation's choice. */
    @Test
    void hashStaysAsConfiguredHoweverOftenTheClientCalls() {
        String configured = environment.getRequiredProperty("realname.clients[0].password");
        assertThat(configured).startsWith("{bcrypt}$2a$04$");

        for (int n = 0; n < 2; n++) {
            assertThat(Client.named("mall", port).get(NOBODYS).status()).isEqualTo(404);
            assertThat(clients.loadUserByUsername("mall").getPassword()).isEqualTo(configured);
        }
    }

    /** A caller whom nobody knows costs no more, and hears no sooner or later that the name is none. */
    @Test
    void namesThatNobodyHasCostAsMuch() {
        assertThat(encoder.encode("nobody's")).startsWith("{bcrypt}$2a$04$");
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
}
