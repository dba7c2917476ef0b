package io.realname.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The language of the answers to a client: English or Simplified Chinese, whichever its {@code Accept-Language} (RFC
 * 9110, 12.5.4) prefers. Every kind of Chinese gets Simplified Chinese; every other language gets English.
 */
public final class Language {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Language() {}

    public static Locale of(HttpServletRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * The first language of the header that we support. Mini-programs send {@code zh_CN}; its underscore is read as a
     * hyphen. If the header cannot be read, the answer is in English; the request is not refused.
     */
    static Locale of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(LanguageRange.parse(acceptLanguage.replace('_', '-')), SPOKEN);
            return Locale.CHINESE.equals(found) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
        } catch (IllegalArgumentException e) {
            return Locale.ENGLISH;
        }
    }
}
