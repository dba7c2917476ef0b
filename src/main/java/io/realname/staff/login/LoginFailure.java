package io.realname.staff.login;

import io.realname.staff.LoginProblem;
import java.io.IOException;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/** Tells what a failed login of Spring Security's means to the person. */
final class LoginFailure {

    private static final Set<String> NOT_BEGUN =
            Set.of("authorization_request_not_found", "invalid_state_parameter", "invalid_redirect_uri_parameter");

    /** What a provider answers in place of a code (RFC 6749, 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6). */
    private static final Set<String> DENIED = Set.of(
            "access_denied",
            "interaction_required",
            "login_required",
            "account_selection_required",
            "consent_required");

    private static final Set<String> BUSY = Set.of("temporarily_unavailable", "server_error");

    private static final Set<String> NOT_TRUSTED =
            Set.of("invalid_id_token", "invalid_nonce", "invalid_user_info_response");

    private LoginFailure() {}

    static LoginProblem problem(AuthenticationException failure) {
        String code = code(failure);
        if (NOT_BEGUN.contains(code)) {
            return LoginProblem.NOT_BEGUN;
        }
        if (BUSY.contains(code) || isAway(failure)) {
            return LoginProblem.PROVIDER_AWAY;
        }
        if (DENIED.contains(code)) {
            return LoginProblem.DENIED;
        }
        return NOT_TRUSTED.contains(code) ? LoginProblem.NOT_TRUSTED : LoginProblem.NOT_SET_UP;
    }

    /** OAuth 2's code of the error, or the exception's class. The description may quote what somebody sent. */
    static String code(AuthenticationException failure) {
        return failure instanceof OAuth2AuthenticationException oauth2
                ? oauth2.getError().getErrorCode()
                : ExceptionUtils.getRootCause(failure).getClass().getSimpleName();
    }

    private static boolean isAway(AuthenticationException failure) {
        Predicate<Throwable> away = cause -> cause instanceof ResourceAccessException
                || cause instanceof HttpServerErrorException
                || cause instanceof IOException;
        return ExceptionUtils.stream(failure).anyMatch(away);
    }
}
