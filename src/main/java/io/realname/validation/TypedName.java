package io.realname.validation;

import java.text.Normalizer;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Normalises the name of an enterprise, a bank or a branch as people type or paste it. Also has what the names of
 * people need in the same way.
 */
public final class TypedName {

    /**
     * One Han character or Latin letter, as a regular expression. A mark that NFC does not merge with a letter does not
     * match.
     */
    public static final String LETTER = "(?:" + Han.CHARACTER + "|[\\p{Lu}\\p{Ll}&&\\p{IsLatin}])";

    /**
     * The longest name that is accepted before it is normalised: normalising takes quadratic time in the worst case.
     */
    private static final int LONGEST = 1_000;

    private static final String HAN_OR_PARENTHESIS = "(?:" + Han.CHARACTER + "|[（）])";
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    // No lookbehind: the JDK's does not match characters outside the BMP if the class contains others too.
    private static final Pattern SPACE_AFTER_HAN = Pattern.compile("(" + HAN_OR_PARENTHESIS + ") ");
    private static final Pattern SPACE_BEFORE_HAN = Pattern.compile(" (?=" + HAN_OR_PARENTHESIS + ")");

    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_TO_ASCII = 0xFEE0;

    private TypedName() {}

    /**
     * Normalises a name as typed; what it may consist of is the caller's rule.
     *
     * @param input null and blank are refused
     * @param canonical normalises this kind of name
     * @param tooLong the code for a name of more than 1,000 characters as typed
     * @throws InvalidValueException {@code REQUIRED}, or {@code tooLong}
     */
    public static String read(@Nullable String input, UnaryOperator<String> canonical, String tooLong) {
        String typed = input == null ? "" : input;
        if (typed.length() > LONGEST) {
            throw new InvalidValueException(tooLong);
        }
        String name = canonical.apply(typed);
        if (name.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        return name;
    }

    /**
     * The name in NFC, with full-width parentheses and no other full-width form. Spaces next to Han characters and
     * parentheses are removed; other sequences of spaces become one space. Kangxi radicals become plain characters.
     * Invisible format characters and variation selectors are removed. The result may be empty.
     */
    public static String canonical(String typed) {
        String name = folded(typed, TypedName::plain);
        name = SPACES.matcher(name).replaceAll(" ").strip();
        name = SPACE_AFTER_HAN.matcher(name).replaceAll("$1");
        return SPACE_BEFORE_HAN.matcher(name).replaceAll("");
    }

    /**
     * The name in NFC. Kangxi radicals become plain characters. Invisible format characters and variation selectors are
     * removed.
     *
     * @param plain maps each other character to the form that this kind of name uses
     */
    public static String folded(String typed, IntUnaryOperator plain) {
        var folded = new StringBuilder(typed.length());
        typed.codePoints()
                .filter(c -> !isInvisible(c))
                .map(c -> isKangxiRadical(c) ? compatible(c) : plain.applyAsInt(c))
                .forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFC);
    }

    /** The one character that a compatibility character stands for (NFKC). */
    public static int compatible(int c) {
        return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC).codePointAt(0);
    }

    /**
     * Replaces each character but the last by an asterisk: {@code *斌}, {@code **明}. A mark that NFC does not merge
     * belongs to the character before it.
     */
    public static String masked(String name) {
        int last = name.length();
        do {
            last = name.offsetByCodePoints(last, -1);
        } while (isMark(name.codePointAt(last)));
        return "*".repeat(name.codePointCount(0, last)) + name.substring(last);
    }

    /** Whether the character is a mark that is written with the character before it. */
    public static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isKangxiRadical(int c) {
        return c >= 0x2F00 && c <= 0x2FD5;
    }

    private static boolean isInvisible(int c) {
        return Character.getType(c) == Character.FORMAT
                || (c >= 0xFE00 && c <= 0xFE0F) // variation selectors
                || (c >= 0xE0100 && c <= 0xE01EF); // ideographic variation selectors
    }

    private static int plain(int c) {
        int ascii = c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_TO_ASCII : c;
        return switch (ascii) {
            case '(' -> '（';
            case ')' -> '）';
            default -> ascii;
        };
    }
}
