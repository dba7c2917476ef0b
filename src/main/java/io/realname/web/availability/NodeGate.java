package io.realname.web.availability;

import io.realname.database.DatabasePool;
import io.realname.database.NodeClock;
import io.realname.web.Doors;
import io.realname.web.ErrorPage;
import io.realname.web.Language;
import io.realname.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 at once while there is no connection to the database, or while this node's clock is off. Otherwise each
 * request would wait for a connection, and soon no thread would be left to say anything. What needs no database passes:
 * the actuator, and static pages.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class NodeGate extends OncePerRequestFilter {

    private final DatabasePool pool;
    private final NodeClock clock;
    private final Problems problems;
    private final ErrorPage page;

    NodeGate(DatabasePool pool, NodeClock clock, Problems problems, ErrorPage page) {
        this.pool = pool;
        this.clock = clock;
        this.problems = problems;
        this.page = page;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String uri = request.getRequestURI();
        return uri.startsWith("/actuator/") || !Doors.isDoor(uri) && !uri.startsWith("/camunda");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!pool.isEmpty() && !clock.isOff()) {
            chain.doFilter(request, response);
        } else if (ErrorPage.isFor(request, request.getRequestURI())) {
            page.write(HttpStatus.SERVICE_UNAVAILABLE, request, response);
        } else {
            problems.write(problems.of(HttpStatus.SERVICE_UNAVAILABLE, Language.of(request)), response);
        }
    }
}
