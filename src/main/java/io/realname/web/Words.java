package io.realname.web;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of outcomes and refusals, in English and Simplified Chinese ({@code messages*.properties}). */
@Component
public class Words {

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** @param key for example {@code outcome.VERIFIED} */
    public String of(String key, Locale wanted, Object... arguments) {
        return messages.getMessage(key, arguments, language(wanted));
    }

    /**
     * The language of the texts for a wanted language: Simplified Chinese for every kind of Chinese, English for every
     * other language.
     */
    static Locale language(Locale wanted) {
        return wanted.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
    }
}
