package io.realname.desk.process.tasklist;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Gives each page of the web apps the nonce of its own Content-Security-Policy. In 7.24.0 the engine keeps the nonce in the
 * servlet context, which all requests share: a request at the same moment replaces it between header and page, the
 * browser then runs no script, and the page stays blank.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class NonceOfPage extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile("/camunda/app/[a-z]+/[a-z]+/?");
    private static final Pattern IN_HEADER = Pattern.compile("'nonce-([A-Za-z0-9_-]+)'");
    private static final Pattern IN_PAGE = Pattern.compile("nonce=\"[A-Za-z0-9_-]+\"");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !PAGE.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String policy = page.getHeader("Content-Security-Policy");
        Matcher nonce = IN_HEADER.matcher(policy == null ? "" : policy);
        if (nonce.find()) {
            // Byte by byte: whatever the page's charset is, the nonce is ASCII.
            String html = new String(page.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
            byte[] own = IN_PAGE.matcher(html)
                    .replaceAll("nonce=\"" + nonce.group(1) + "\"")
                    .getBytes(StandardCharsets.ISO_8859_1);
            page.resetBuffer();
            page.getOutputStream().write(own);
        }
        page.copyBodyToResponse();
    }
}
