package io.realname.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets browsers keep the static files of the engine's web apps. Those that the engine brings have its version in the
 * address ({@code ?bust=7.24.0}), so they never change at one address. Ours lie beside them and change with this app, so
 * the browser asks whether its copy is still good. Everything else keeps Spring Security's {@code no-store}.
 */
@Component
class WebAppFiles extends OncePerRequestFilter {

    private static final Pattern OF_THE_ENGINE =
            Pattern.compile("/camunda/(lib/[a-zA-Z]+\\.js|app/[a-z]+/camunda-[a-z]+-bootstrap\\.(js|css))");

    private static final Pattern STATIC = Pattern.compile(
            "/camunda/(app|lib|assets)/.+\\.(js|css|svg|png|ico|woff2?|ttf|json)|/camunda/favicon\\.ico");

    private static final String FOR_A_YEAR = String.valueOf(
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable().getHeaderValue());

    private static final String ASK_FIRST =
            String.valueOf(CacheControl.noCache().getHeaderValue());

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !STATIC.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean kept = request.getParameter("bust") != null
                && OF_THE_ENGINE.matcher(request.getRequestURI()).matches();
        response.setHeader(HttpHeaders.CACHE_CONTROL, kept ? FOR_A_YEAR : ASK_FIRST);
        chain.doFilter(request, response);
    }
}
