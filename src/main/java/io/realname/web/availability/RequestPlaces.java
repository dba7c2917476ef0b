package io.realname.web.availability;

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
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how many requests of clients a node works on at once, and how many wait for that. If more come than it can serve,
 * those that it takes are answered as fast as ever, and the others are told at once to come back. Otherwise all of them would
 * wait for each other, and for the jobs, until the clients give up.
 */
@Component
@Order(RequestPlaces.AFTER_SECURITY)
class RequestPlaces extends OncePerRequestFilter {

    /** After Spring Security, so that unknown clients take no place. */
    static final int AFTER_SECURITY = 0;

    /** Not 0: an answer at once is work. */
    private static final Pattern SECONDS = Pattern.compile("[1-9]\\d?");

    private static final Pattern APPLICATION = Pattern.compile("/api/v1/(?!accounts/)[a-z-]+/[^/]+");

    /** What is worked on, and what waits for it. */
    private final Bulkhead room;

    private final Bulkhead places;
    private final Problems problems;

    RequestPlaces(RequestProperties properties, BulkheadRegistry bulkheads, Problems problems) {
        this.room = bulkheads.bulkhead(
                "requests-with-waiting",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(properties.places() + properties.waiting())
                        .maxWaitDuration(Duration.ZERO)
                        .build());
        this.places = bulkheads.bulkhead(
                "requests",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(properties.places())
                        .maxWaitDuration(properties.patience())
                        .build());
        this.problems = problems;
    }

    /** A request with files may take minutes to arrive. One that waits for its application has no work for its thread. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isOfClients(request.getRequestURI()) || hasFiles(request) || waits(request);
    }

    private static boolean hasFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static boolean waits(HttpServletRequest request) {
        if (!HttpMethod.GET.matches(request.getMethod())
                || !APPLICATION.matcher(request.getRequestURI()).matches()) {
            return false;
        }
        String seconds = request.getParameter("wait");
        return seconds != null && SECONDS.matcher(seconds).matches();
    }

    private static boolean isOfClients(String uri) {
        return uri.startsWith("/api/") || uri.startsWith("/engine-rest/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!room.tryAcquirePermission()) {
            refuse(request, response);
            return;
        }
        try {
            inItsPlace(request, response, chain);
        } finally {
            room.onComplete();
        }
    }

    private void inItsPlace(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquirePermission()) {
            refuse(request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.onComplete();
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(problems.of(HttpStatus.SERVICE_UNAVAILABLE, Language.of(request)), response);
    }
}
