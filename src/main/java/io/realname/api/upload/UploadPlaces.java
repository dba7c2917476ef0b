package io.realname.api.upload;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.realname.web.Language;
import io.realname.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.web.servlet.DispatcherServletAutoConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how many multipart requests run at once to what the memory allows, and refuses them on routes that take no
 * files. Otherwise Spring would read each of them whole, on any route, before our code runs.
 */
@Component
@Order(UploadPlaces.AFTER_SECURITY)
class UploadPlaces extends OncePerRequestFilter {

    /** After Spring Security, so that unknown clients take no place. */
    static final int AFTER_SECURITY = 0;

    private static final Logger LOG = LoggerFactory.getLogger(UploadPlaces.class);

    private final Bulkhead places;
    private final Set<String> forms;
    private final Problems problems;

    UploadPlaces(UploadProperties properties, FormRoutes routes, BulkheadRegistry bulkheads, Problems problems) {
        this.forms = routes.paths();
        this.places = bulkheads.bulkhead(
                "uploads",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(properties.places())
                        .maxWaitDuration(properties.patience())
                        .build());
        this.problems = problems;
    }

    /** The engine's servlets read their multipart requests themselves. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !UploadTime.isMultipart(request.getContentType())
                || !DispatcherServletAutoConfiguration.DEFAULT_DISPATCHER_SERVLET_BEAN_NAME.equals(
                        request.getHttpServletMapping().getServletName());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!takesFiles(request)) {
            refuse(HttpStatus.UNSUPPORTED_MEDIA_TYPE, request, response);
        } else if (places.tryAcquirePermission()) {
            try {
                chain.doFilter(request, response);
            } finally {
                places.onComplete();
            }
        } else {
            LOG.warn("All places for requests with files are taken");
            refuse(HttpStatus.SERVICE_UNAVAILABLE, request, response);
        }
    }

    private boolean takesFiles(HttpServletRequest request) {
        String path = request.getServletPath();
        return HttpMethod.POST.matches(request.getMethod())
                && (forms.contains(path) || path.startsWith("/api/v1/") && path.endsWith("/evidence"));
    }

    private void refuse(HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        problems.write(problems.of(status, Language.of(request)), response);
    }
}
