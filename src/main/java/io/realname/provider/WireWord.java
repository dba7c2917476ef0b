package io.realname.provider;

import java.util.regex.Pattern;

/**
 * Codes and ids from a provider, safe for a log line or a database column. Any other text is replaced, so that it never
 * gets there.
 */
public final class WireWord {

    public static final String UNREADABLE = "unreadable";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private WireWord() {}

    /** The text itself if it is 1 to 100 letters, digits and {@code . _ : -}, else {@link #UNREADABLE}. */
    public static String of(String text) {
        return WORD.matcher(text).matches() ? text : UNREADABLE;
    }
}
