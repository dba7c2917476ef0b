package io.realname.identity;

import io.realname.validation.Han;
import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A person's name as on their document, in the normalised form in which names are compared: NFC, with U+00B7 as the
 * only dot.
 *
 * <p>A name has Han characters of every plane, and Latin letters with their marks. Between Latin letters, there may be
 * single spaces, hyphens and apostrophes. The dot separates parts; it is never first, last or doubled. Upper and lower
 * case are kept as given. A name is personal data: {@link #toString()} does not show it.
 */
public final class PersonName {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 50;
    private static final int DOT = 0x00B7;

    private static final String HAN = Han.CHARACTER;
    private static final String LATIN = "(?:[\\p{Lu}\\p{Ll}&&\\p{IsLatin}][\\u0300-\\u036F]*+)";
    private static final String LATIN_RUN = "'?" + LATIN + "++(?:'?[ -]'?" + LATIN + "++|'" + LATIN + "++)*+'?(?!')";
    private static final String PART = "(?:" + HAN + "|" + LATIN_RUN + ")++";

    private static final Pattern ALPHABET = Pattern.compile("(?:" + HAN + "|" + LATIN + "|[ '·-])++");
    private static final Pattern NAME = Pattern.compile(PART + "(?:·" + PART + ")*+");

    // No lookbehind: the JDK's does not match characters outside the BMP if the class contains others too.
    private static final Pattern FULL_STOP_BETWEEN_HAN = Pattern.compile("(" + HAN + ") *\\. *(?=" + HAN + ")");
    private static final Pattern SPACES_BESIDE_DOT = Pattern.compile(" *· *");
    private static final Pattern SPACES_AFTER_HAN = Pattern.compile("(" + HAN + ") +");
    private static final Pattern SPACES_BEFORE_HAN = Pattern.compile(" +(?=" + HAN + ")");
    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private final String value;

    private PersonName(String value) {
        this.value = value;
    }

    /**
     * Reads a name as an applicant types it. Every character that is typed as the separator dot becomes U+00B7, a full
     * stop only between Han characters. Spaces next to Han characters and dots are removed; other sequences of spaces
     * become one space. Typographic hyphens and apostrophes, full-width letters and Kangxi radicals become the plain
     * characters. Invisible format characters and variation selectors are removed.
     *
     * @param input null and blank are refused with {@code REQUIRED}
     * @throws InvalidValueException {@code REQUIRED}; {@code INVALID_LENGTH} for more than 1,000 characters as typed,
     *     and for a normalised name with fewer than 2 code points (separate marks not counted) or more than 50;
     *     {@code INVALID_CHARACTER}; {@code INVALID_SEPARATOR} for a dot, hyphen, apostrophe or space in a wrong
     *     position
     */
    public static PersonName parse(@Nullable String input) {
        String name = TypedName.read(input, PersonName::canonical, "INVALID_LENGTH");
        long length = name.codePoints().count();
        long marks = name.codePoints().filter(TypedName::isMark).count();
        if (length - marks < SHORTEST || length > LONGEST) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        if (!ALPHABET.matcher(name).matches()) {
            throw new InvalidValueException("INVALID_CHARACTER");
        }
        if (!NAME.matcher(name).matches()) {
            throw new InvalidValueException("INVALID_SEPARATOR");
        }
        return new PersonName(name);
    }

    private static String canonical(String input) {
        String name = TypedName.folded(input, PersonName::plain);
        name = FULL_STOP_BETWEEN_HAN.matcher(name).replaceAll("$1·");
        name = SPACES_BESIDE_DOT.matcher(name).replaceAll("·");
        name = SPACES_AFTER_HAN.matcher(name).replaceAll("$1");
        name = SPACES_BEFORE_HAN.matcher(name).replaceAll("");
        return SPACES.matcher(name).replaceAll(" ").strip();
    }

    private static int plain(int c) {
        return switch (c) {
            // Characters that are typed as the dot: bullet, katakana middle dot and its half-width form, full-width
            // full stop, hyphenation point, dot operator, bullet operator, runic single punctuation, Greek ano teleia,
            // one dot leader, word separator middle dot, Canadian syllabics final middle dot, Hangul letter araea,
            // Latin letter sinological dot.
            case 0x2022,
                    0x30FB,
                    0xFF65,
                    0xFF0E,
                    0x2027,
                    0x22C5,
                    0x2219,
                    0x16EB,
                    0x0387,
                    0x2024,
                    0x2E31,
                    0x1427,
                    0x318D,
                    0xA78F -> DOT;
            // Apostrophes: single quotation marks, modifier letters, the Hawaiian okina, prime, full-width form.
            case 0x2018, 0x2019, 0x02B9, 0x02BB, 0x02BC, 0x02BF, 0x2032, 0xFF07 -> '\'';
            // Hyphens: hyphen, non-breaking hyphen, figure dash, en dash, minus sign, full-width form.
            case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212, 0xFF0D -> '-';
            default -> plainLetter(c);
        };
    }

    private static int plainLetter(int c) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            return ' ';
        }
        boolean fullWidthLetter = (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
        return fullWidthLetter ? TypedName.compatible(c) : c;
    }

    /** The complete name, normalised. Only for sealing and the provider's request. */
    public String value() {
        return value;
    }

    /** Replaces each character but the last (with its marks) by an asterisk, see {@link TypedName#masked}. */
    public String masked() {
        return TypedName.masked(value);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PersonName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "PersonName[sealed]";
    }
}
