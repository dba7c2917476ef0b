package io.realname.validation;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name of an enterprise, a bank or a branch as people type or paste it. */
public final class TypedName {

    /** One Han character or Latin letter, as a regular expression. A mark that NFC leaves on its own is none. */
    public static final String LETTER = "(?:" + Han.CHARACTER + "|[\\p{Lu}\\p{Ll}&&\\p{IsLatin}])";

    /** What is longer before it is canonical is not worth looking at: normalising takes quadratic time at worst. */
    public static final int LONGEST = 1_000;

    private static final String HAN_OR_PARENTHESIS = "(?:" + Han.CHARACTER + "|[（）])";
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    // No lookbehind: the JDK's misses characters outside the BMP where a class holds others too.
    private static final Pattern SPACE_AFTER_HAN = Pattern.compile("(" + HAN_OR_PARENTHESIS + ") ");
    private static final Pattern SPACE_BEFORE_HAN = Pattern.compile(" (?=" + HAN_OR_PARENTHESIS + ")");

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_TO_ASCII = 0xFEE0;

    private TypedName() {}

    /**
     * The name in NFC, with full-width parentheses and no other full-width form; without spaces beside Han characters
     * and parentheses, others collapsed; with plain characters for Kangxi radicals; without invisible format characters
     * and variation selectors. The result may be empty.
     */
    public static String canonical(String typed) {
        var plain = new StringBuilder(typed.length());
        typed.codePoints().filter(c -> !isInvisible(c)).map(TypedName::plain).forEach(plain::appendCodePoint);
        String name = Normalizer.normalize(plain, Normalizer.Form.NFC);
        name = SPACES.matcher(name).replaceAll(" ").strip();
        name = SPACE_AFTER_HAN.matcher(name).replaceAll("$1");
        return SPACE_BEFORE_HAN.matcher(name).replaceAll("");
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F) // variation selectors
                || (c >= 0xE0100 && c <= 0xE01EF); // ideographic variation selectors
    }

    private static int plain(int c) {
        boolean isKangxiRadical = c >= 0x2F00 && c <= 0x2FD5;
        if (isKangxiRadical) {
            return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC)
                    .codePointAt(0);
        }
        int ascii = c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_TO_ASCII : c;
        return switch (ascii) {
            case '(' -> '（';
            case ')' -> '）';
            default -> ascii;
        };
    }
}
