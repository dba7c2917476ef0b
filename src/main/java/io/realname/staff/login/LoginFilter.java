package io.realname.staff.login;

import io.realname.staff.WithSingleSignOn;
import io.realname.staff.process.StaffSession;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Ends logins that are over, and leads whoever opens a page of the web apps without a login to the provider. Runs after Spring
 * Session's filter and before Spring Security's. Programs are not led there: they get what they got before, mostly 401.
 */
@Component
@WithSingleSignOn
@Order(-101)
class LoginFilter extends OncePerRequestFilter {

    private static final Pattern PAGES = Pattern.compile(
            "/camunda/?|/camunda/app/?|/camunda/app/[a-z]+(/default)?/?|/operations/?|/diagrams/?|/review/.*");

    /** Does nothing by itself; the script of this name in {@code static/login} takes its place. */
    private static final String SCRIPT = "/camunda/assets/realname/login.js";

    private static final Pattern LOGOUT = Pattern.compile("/camunda/api/[a-z]+/auth/user/[^/]+/logout");

    private final StaffSession session;

    LoginFilter(StaffSession session) {
        this.session = session;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        session.endIfOver(request);
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (HttpMethod.POST.matches(request.getMethod()) && LOGOUT.matcher(path).matches()) {
            session.leave(request);
        }
        if (path.equals(SCRIPT)) {
            response.sendRedirect(request.getContextPath() + "/login/web-apps.js");
        } else if (isPage(request, path) && session.login(request).isEmpty()) {
            String wanted =
                    request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
            // The browser adds what is behind the # of the address that it asked for.
            response.sendRedirect(request.getContextPath() + SingleSignOnConfiguration.ENTER + "?to="
                    + UriUtils.encode(wanted, StandardCharsets.UTF_8));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isPage(HttpServletRequest request, String path) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return HttpMethod.GET.matches(request.getMethod())
                && PAGES.matcher(path).matches()
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }
}
