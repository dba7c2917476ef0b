package io.realname.staff.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.staff.LoginProblem;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** What a failed login means to the person. */
class LoginFailureTest {

    @Test
    void aProviderThatDoesNotAnswerIsAway() {
        assertThat(oauth2("invalid_token_response", new ResourceAccessException("", new ConnectException())))
                .isEqualTo(LoginProblem.PROVIDER_AWAY);
        assertThat(oauth2("invalid_id_token", new IllegalStateException(new HttpTimeoutException("keys"))))
                .as("the keys that would verify the token")
                .isEqualTo(LoginProblem.PROVIDER_AWAY);
        assertThat(oauth2("temporarily_unavailable", null)).isEqualTo(LoginProblem.PROVIDER_AWAY);
        assertThat(before(new HttpServerErrorException(HttpStatus.BAD_GATEWAY))).isEqualTo(LoginProblem.PROVIDER_AWAY);
    }

    @Test
    void aProviderThatRefusesUsIsNotSetUp() {
        assertThat(oauth2("invalid_client", null)).isEqualTo(LoginProblem.NOT_SET_UP);
        assertThat(oauth2("invalid_scope", null)).isEqualTo(LoginProblem.NOT_SET_UP);
        assertThat(before(new HttpClientErrorException(HttpStatus.NOT_FOUND))).isEqualTo(LoginProblem.NOT_SET_UP);
        assertThat(before(new IllegalStateException("another issuer"))).isEqualTo(LoginProblem.NOT_SET_UP);
    }

    @Test
    void aTokenThatIsNotValidIsNotTrusted() {
        assertThat(oauth2("invalid_id_token", null)).isEqualTo(LoginProblem.NOT_TRUSTED);
        assertThat(oauth2("invalid_nonce", null)).isEqualTo(LoginProblem.NOT_TRUSTED);
    }

    @Test
    void aPersonMayChangeTheirMind() {
        assertThat(oauth2("access_denied", null)).isEqualTo(LoginProblem.DENIED);
        assertThat(oauth2("authorization_request_not_found", null)).isEqualTo(LoginProblem.NOT_BEGUN);
    }

    /** A description may quote what somebody sent. */
    @Test
    void theLogGetsTheCodeOnly() {
        assertThat(LoginFailure.code(
                        new OAuth2AuthenticationException(new OAuth2Error("access_denied", "lin 林月", null))))
                .isEqualTo("access_denied");
    }

    private static LoginProblem oauth2(String code, @Nullable Throwable cause) {
        OAuth2Error error = new OAuth2Error(code);
        return LoginFailure.problem(
                cause == null
                        ? new OAuth2AuthenticationException(error)
                        : new OAuth2AuthenticationException(error, cause));
    }

    private static LoginProblem before(Throwable cause) {
        return LoginFailure.problem(new AuthenticationException("", cause) {
            private static final long serialVersionUID = 1L;
        });
    }
}
