package io.realname.staff.login;

import io.realname.staff.LoginProblem;
import io.realname.staff.WithSingleSignOn;
import io.realname.web.Language;
import io.realname.web.Words;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** The pages before and after the provider's own: short, in the person's language, with one thing to do next. */
@Component
@WithSingleSignOn
class LoginPages {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%1$s">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>realname</title>
              <link rel="stylesheet" href="%2$s/login/login.css">
              %6$s
            </head>
            <body>
              <main>
                <h1>%3$s</h1>
                <p>%4$s</p>
                %5$s
              </main>
            </body>
            </html>
            """;

    private static final String LINK = "<p><a id=\"next\" href=\"%s%s\">%s</a></p>";
    private static final String SCRIPT = "<script type=\"module\" src=\"%s/login/%s\"></script>";
    private static final String SECONDS_UNTIL_BACK = "10";

    private final Words words;

    LoginPages(Words words) {
        this.words = words;
    }

    /** Remembers where the person wanted to go, and goes on to the provider. */
    void enter(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(200, "ENTER", SingleSignOnConfiguration.TO_PROVIDER, "go-on", "enter.js", request, response);
    }

    /** Goes where the person wanted to go. */
    void entered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(200, "ENTERED", SingleSignOnConfiguration.START, "go-on", "entered.js", request, response);
    }

    void ended(HttpServletRequest request, HttpServletResponse response) throws IOException {
        write(200, "ENDED", SingleSignOnConfiguration.ENTER, "again", null, request, response);
    }

    void problem(LoginProblem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (problem == LoginProblem.PROVIDER_AWAY) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_BACK);
        }
        boolean isLoggedIn = problem == LoginProblem.NO_ACCESS;
        write(
                problem.status(),
                problem.name(),
                isLoggedIn ? SingleSignOnConfiguration.START : SingleSignOnConfiguration.ENTER,
                isLoggedIn ? "start" : "again",
                null,
                request,
                response);
    }

    private void write(
            int status,
            String name,
            String next,
            String link,
            @Nullable String script,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Locale language = Language.of(request);
        String root = request.getContextPath();
        String page = PAGE.formatted(
                words.of("page.language", language),
                root,
                words.of("login." + name, language),
                words.of("login." + name + ".do", language),
                LINK.formatted(root, next, words.of("login.link." + link, language)),
                script == null ? "" : SCRIPT.formatted(root, script));
        response.setStatus(status);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, words.of("page.language", language));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
