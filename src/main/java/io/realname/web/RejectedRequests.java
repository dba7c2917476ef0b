package io.realname.web;

import io.realname.refusal.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/**
 * Answers requests that Spring Security's firewall rejects: ambiguous addresses ({@code //}, {@code ;a=b}, {@code %2F},
 * {@code ..}) and unknown methods.
 */
@Component
class RejectedRequests implements RequestRejectedHandler {

    private static final HttpMethod[] KNOWN = HttpMethod.values();

    private final Problems problems;

    RejectedRequests(Problems problems) {
        this.problems = problems;
    }

    /** The exception's message quotes the request. So it goes neither into the answer nor into the log. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        Problem problem = isMethodKnown(request)
                ? problems.of(Refusal.malformed("/path", "INVALID_FORMAT"), Language.of(request))
                : problems.of(HttpStatus.METHOD_NOT_ALLOWED, Language.of(request));
        problems.write(problem, response);
    }

    /** TRACE is a known method but never allowed: its answer would repeat the client's request with its secret. */
    private static boolean isMethodKnown(HttpServletRequest request) {
        for (HttpMethod method : KNOWN) {
            if (method.matches(request.getMethod()) && method != HttpMethod.TRACE) {
                return true;
            }
        }
        return false;
    }
}
