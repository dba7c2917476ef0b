package io.realname.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request an id, returns it in {@code X-Request-Id}, and puts it into each line of the log that is written
 * meanwhile; also the id of the application, if the address names one. Jobs get the application's id from the engine.
 *
 * <p>A caller may choose the id. It goes into the log, so it must have a form in which nobody writes a name or a number
 * of a person: a UUID, or 32 hexadecimal digits as in a trace id. Any other value is replaced by an id of our own.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LogContextFilter extends OncePerRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final String REQUEST = "requestId";
    private static final String APPLICATION = "applicationId";
    private static final Pattern WELL_FORMED = Pattern.compile("[0-9A-Fa-f]{8}(-?[0-9A-Fa-f]{4}){3}-?[0-9A-Fa-f]{12}");
    private static final Pattern PATH =
            Pattern.compile("/api/v1/[a-z-]+/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(/.*)?");

    /** A request that waits for its application is answered by another thread, which needs the id too. */
    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = id(request);
        response.setHeader(HEADER, id);
        Matcher path = PATH.matcher(request.getRequestURI());
        try (MDC.MDCCloseable requestId = MDC.putCloseable(REQUEST, id);
                MDC.MDCCloseable applicationId = path.matches() ? MDC.putCloseable(APPLICATION, path.group(1)) : null) {
            chain.doFilter(request, response);
        }
    }

    private static String id(HttpServletRequest request) {
        if (request.getAttribute(HEADER) instanceof String known) {
            return known;
        }
        String sent = request.getHeader(HEADER);
        String id = isWellFormed(sent) ? sent : UUID.randomUUID().toString();
        request.setAttribute(HEADER, id);
        return id;
    }

    private static boolean isWellFormed(@Nullable String id) {
        return id != null && WELL_FORMED.matcher(id).matches();
    }
}
