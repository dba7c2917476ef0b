package io.realname.web;

import io.realname.refusal.Refusal;
import io.realname.web.client.TooManyWrongSecretsException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers clients that are not authenticated, or not allowed to call, in the form of every other refusal. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    SecurityProblems(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof TooManyWrongSecretsException guessed) {
            problems.write(problems.of(Refusal.tooManyRequests(guessed.retryAfter()), Language.of(request)), response);
            return;
        }
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"realname\"");
        response.addHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        problems.write(problems.of(HttpStatus.UNAUTHORIZED, Language.of(request)), response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        problems.write(problems.of(HttpStatus.FORBIDDEN, Language.of(request)), response);
    }
}
