package io.realname.validation;

/**
 * A number as people type or paste it: with spaces or hyphens between its groups, in full-width characters from a
 * Chinese keyboard, with the invisible marks that copying from a contact list or a web page brings along.
 */
public final class TypedNumber {

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_TO_ASCII = 0xFEE0;
    private static final int MINUS_SIGN = 0x2212;

    private TypedNumber() {}

    /**
     * The number without what only its writing added: full-width forms (U+FF01 to U+FF5E) become ASCII; spaces of every
     * kind, dashes of every kind and invisible format characters go.
     *
     * <p>This is deliberately narrower than Unicode's NFKC, which would also fold superscripts, circled digits and the
     * Roman numeral ten into what a number is made of. Those, and the digits of other scripts, come out as they went
     * in, for the caller to refuse. Case is kept. The result may be empty and is not limited in length.
     */
    public static String compact(String typed) {
        var compact = new StringBuilder(typed.length());
        typed.codePoints()
                .map(c -> c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_TO_ASCII : c)
                .filter(c -> !isOnlyWriting(c))
                .forEach(compact::appendCodePoint);
        return compact.toString();
    }

    private static boolean isOnlyWriting(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.DASH_PUNCTUATION
                || c == MINUS_SIGN;
    }
}
