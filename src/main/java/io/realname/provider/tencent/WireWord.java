package io.realname.provider.tencent;

import java.util.regex.Pattern;

/** Codes and ids as the provider sends them, fit for a log line or a column: a stray text never passes for one. */
final class WireWord {

    static final String UNREADABLE = "unreadable";

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private WireWord() {}

    /** The text itself if it is 1 to 100 letters, digits and {@code . _ : -}, else {@link #UNREADABLE}. */
    static String of(String text) {
        return WORD.matcher(text).matches() ? text : UNREADABLE;
    }
}
