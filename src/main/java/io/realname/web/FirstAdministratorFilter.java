package io.realname.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes CVE-2026-77226: while the group {@code camunda-admin} is empty, Camunda 7.24.0 lets anyone create an
 * administrator through the set-up page. Our administrator comes from the configuration, so this filter always refuses
 * the page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class FirstAdministratorFilter extends OncePerRequestFilter {

    private static final Pattern SLASHES = Pattern.compile("/{2,}");
    private static final Pattern PAGE = Pattern.compile("/camunda/app/admin/[^/]+/setup.*");

    private final Problems problems;

    FirstAdministratorFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = SLASHES.matcher(
                        (request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo()))
                                .toLowerCase(Locale.ROOT))
                .replaceAll("/");
        if (path.startsWith("/camunda/api/admin/setup") || PAGE.matcher(path).matches()) {
            problems.write(problems.of(HttpStatus.FORBIDDEN, Language.of(request)), response);
            return;
        }
        chain.doFilter(request, response);
    }
}
