package io.realname.provider;

import java.util.regex.Pattern;

/** Codes and ids as the provider sends them, fit for a log line or a column: a stray text never passes for one. */
public final class WireWord {

    public static final String UNREADABLE = "unreadable";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private WireWord() {}

    /** The text itself if it is 1 to 100 letters, digits and {@code . _ : -}, else {@link #UNREADABLE}. */
    public static String of(String text) {
        return WORD.matcher(text).matches() ? text : UNREADABLE;
    }
}
