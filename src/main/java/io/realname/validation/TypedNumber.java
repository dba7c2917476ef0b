package io.realname.validation;

/**
 * Normalises a number as people type or paste it: with spaces or hyphens between its groups, in full-width characters
 * from a Chinese keyboard, or with invisible characters that were copied from a contact list or a web page.
 */
public final class TypedNumber {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_TO_ASCII = 0xFEE0;
    private static final int MINUS_SIGN = 0x2212;

    private TypedNumber() {}

    /**
     * The number without its notation: full-width forms (U+FF01 to U+FF5E) become ASCII; spaces of every kind, dashes
     * of every kind and invisible format characters are removed.
     *
     * <p>This is deliberately narrower than Unicode's NFKC, which would also change superscripts, circled digits and
     * the Roman numeral ten into digits and letters. Those, and the digits of other scripts, stay unchanged, so that
     * the caller can refuse them. Case is kept. The result may be empty and is not limited in length.
     */
    public static String compact(String typed) {
        var compact = new StringBuilder(typed.length());
        typed.codePoints()
                .map(c -> c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_TO_ASCII : c)
                .filter(c -> !isNotation(c))
                .forEach(compact::appendCodePoint);
        return compact.toString();
    }

    private static boolean isNotation(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || c == MINUS_SIGN;
    }
}
