package io.realname.desk.process.tasklist;

import io.realname.process.engine.WebAppLogin;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells a user who is logged in, and opens a web app that they may not use, so. The web app itself would show its login, and
 * then "wrong credentials".
 */
@Component
class WrongDoorFilter extends OncePerRequestFilter {

    private static final Pattern APP = Pattern.compile("/camunda/app/([a-z]+)(/[a-z]*)?/?");

    private static final Set<String> APPS = Set.of("tasklist", "cockpit", "admin");

    /** Each user sees some page of it. */
    private static final String FOR_EVERYBODY = "welcome";

    private final WebAppLogin login;

    WrongDoorFilter(WebAppLogin login) {
        this.login = login;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Matcher app = APP.matcher(request.getRequestURI());
        if (!app.matches() || app.group(1).equals(FOR_EVERYBODY)) {
            chain.doFilter(request, response);
        } else if (!APPS.contains(app.group(1))) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (isKeptOut(request, app.group(1))) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isKeptOut(HttpServletRequest request, String app) {
        return login.user(request).filter(user -> !user.isAuthorizedForApp(app)).isPresent();
    }
}
