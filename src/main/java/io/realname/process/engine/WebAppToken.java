package io.realname.process.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

/**
 * The CSRF token that the web apps give only to their own pages, so that a page of another site cannot act as the
 * logged-in user.
 */
public final class WebAppToken {

    private WebAppToken() {}

    /** The token of the request's session; empty before a page of the web apps was opened in it. */
    public static Optional<String> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    /** Whether the request has its session's token in its header. */
    public static boolean isIn(HttpServletRequest request) {
        String sent = request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME);
        return sent != null
                && of(request)
                        .filter(token -> MessageDigest.isEqual(
                                token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8)))
                        .isPresent();
    }
}
