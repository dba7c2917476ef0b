package io.realname.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * The language in which a client is answered: English or Simplified Chinese, whichever comes first in its
 * {@code Accept-Language} (RFC 9110, 12.5.4). Any Chinese gets Simplified Chinese; English is the answer to all else.
 */
public final class Language {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.CHINESE);

    private Language() {}

    public static Locale of(HttpServletRequest request) {
        return of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    /**
     * The first language of the header that is spoken here. The underscore of {@code zh_CN}, as mini-programs send it, is
     * taken for a hyphen. A header that cannot be read is no reason to refuse a request.
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
