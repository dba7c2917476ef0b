package io.realname.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * The page that people get in place of one that is not there or not theirs: says so in their language, and leads to the
 * web apps. Programs get problem details instead.
 */
@Component
public class ErrorPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>realname</title>
              <style>
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 40rem; margin: 4rem auto; padding: 0 1rem; color: #1f2328 }
                a { color: #1f5fbf }
              </style>
            </head>
            <body>
              <main>
                <h1>%s</h1>
                <p>%s</p>
                <ul>
                  <li><a href="%5$s/camunda/app/tasklist/">Tasklist</a>: %s</li>
                  <li><a href="%5$s/camunda/app/cockpit/">Cockpit</a>: %6$s</li>
                  <li><a href="%5$s/">realname</a></li>
                </ul>
              </main>
            </body>
            </html>
            """;

    private static final Pattern FOR_PROGRAMS = Pattern.compile("(?i)api|engine|actuator|review|%|;");

    private final Words words;

    ErrorPage(Words words) {
        this.words = words;
    }

    /**
     * Whether a person in a browser asked for the address, and not a program. What looks like the address of a door, in
     * whatever form, is for programs.
     */
    public static boolean isFor(HttpServletRequest request, @Nullable Object address) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return address instanceof String uri
                && !(Doors.isDoor(uri) && FOR_PROGRAMS.matcher(uri).find())
                && accept != null
                && accept.contains(MediaType.TEXT_HTML_VALUE);
    }

    public void write(HttpStatus status, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale language = Language.of(request);
        String page = PAGE.formatted(
                Words.language(language).toLanguageTag(),
                words.of("page." + (status.is5xxServerError() ? "FAILED" : "NOT_THERE"), language),
                words.of("page.where", language),
                words.of("page.tasklist", language),
                request.getContextPath(),
                words.of("page.cockpit", language));
        response.setStatus(status.value());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(
                HttpHeaders.CONTENT_LANGUAGE, Words.language(language).toLanguageTag());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
    }
}
