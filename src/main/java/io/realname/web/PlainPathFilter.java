package io.realname.web;

import io.realname.refusal.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.MappingMatch;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses unusual forms of the engine's addresses, such as {@code /%65ngine-rest}, {@code //engine-rest} and
 * {@code /engine-rest;x}. Tomcat chooses the servlet by the decoded path, but the security rules read the path as it
 * was sent. Where the two differ, Spring Security fails with a 500.
 *
 * <p>Refuses path parameters ({@code ;a=b}) everywhere, as Spring Security's firewall does. Code that runs before the
 * firewall reads them, and fails with a 500 on {@code ;a=%zz}, which Tomcat lets through.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PlainPathFilter extends OncePerRequestFilter {

    private final Problems problems;

    PlainPathFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().contains(";") || isDetour(request)) {
            problems.write(problems.of(Refusal.malformed("", "INVALID_FORMAT"), Language.of(request)), response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean isDetour(HttpServletRequest request) {
        String sent = request.getRequestURI();
        String mapped = request.getContextPath() + request.getServletPath();
        return request.getHttpServletMapping().getMappingMatch() == MappingMatch.PATH
                && !sent.equals(mapped)
                && !sent.startsWith(mapped + "/");
    }
}
