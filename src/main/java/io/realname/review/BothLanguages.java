package io.realname.review;

import java.util.Locale;

/** The same words in the two languages of the product. */
public record BothLanguages(String english, String chinese) {

    public String in(Locale language) {
        return language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? chinese : english;
    }
}
