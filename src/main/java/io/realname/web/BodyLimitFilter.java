package io.realname.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes JSON of at most 64 KiB at both doors and from reviewers; the largest application is below 2 KiB. */
@Component
@Order(BodyLimitFilter.AFTER_SECURITY)
class BodyLimitFilter extends OncePerRequestFilter {

    /** Behind Spring Security, so that nobody's body is read; before everything that reads bodies. */
    static final int AFTER_SECURITY = 0;

    private static final int LIMIT = 64 * 1024;

    private final Problems problems;

    BodyLimitFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !(path.startsWith("/api/") || path.startsWith("/engine-rest") || path.startsWith("/review/"))
                || StringUtils.startsWithIgnoreCase(request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] body = request.getContentLengthLong() > LIMIT
                ? null
                : request.getInputStream().readNBytes(LIMIT + 1);
        if (body == null || body.length > LIMIT) {
            problems.write(problems.of(HttpStatus.PAYLOAD_TOO_LARGE, Language.of(request)), response);
            return;
        }
        chain.doFilter(new ReadRequest(request, new String(body, StandardCharsets.UTF_8)), response);
    }
}
