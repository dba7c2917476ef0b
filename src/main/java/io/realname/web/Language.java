package io.realname.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** The language that a client asks for. */
public final class Language {

    private Language() {}

    /** English where the client says nothing; the servlet API would take the machine's language. */
    public static Locale of(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.ENGLISH : request.getLocale();
    }
}
