package io.realname.enterprise;

import io.realname.validation.InvalidValueException;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name on a licence, in the one form in which names are compared: NFC, with full-width parentheses, and without
 * spaces beside Han characters.
 *
 * <p>That of an individual business often is its owner's: {@link #toString()} tells nothing.
 */
public final class EnterpriseName {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;
    private static final int LONGEST_TYPED = 1_000; // normalising takes quadratic time in the worst case

    private static final Pattern ALPHABET = Pattern.compile("[\\p{IsHan}\\p{L}\\p{M}\\p{Nd}（）·&.,'’“”《》、\\- ]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPACE_BESIDE_HAN = Pattern.compile("(?<=[\\p{IsHan}（）]) | (?=[\\p{IsHan}（）])");

    private final String value;

    private EnterpriseName(String value) {
        this.value = value;
    }

    /**
     * Reads a name as typed.
     *
     * @param input null and blank are refused with {@code REQUIRED}
     * @throws InvalidValueException {@code REQUIRED}; {@code INVALID_LENGTH} for fewer than 2 or more than 100 code
     *     points; {@code INVALID_CHARACTER}
     */
    public static EnterpriseName parse(@Nullable String input) {
        String typed = input == null ? "" : input;
        if (typed.length() > LONGEST_TYPED) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        String name = canonical(typed);
        if (name.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        int length = name.codePointCount(0, name.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        if (!ALPHABET.matcher(name).matches()) {
            throw new InvalidValueException("INVALID_CHARACTER");
        }
        return new EnterpriseName(name);
    }

    private static String canonical(String typed) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC)
                .replace('(', '（')
                .replace(')', '）');
        name = SPACES.matcher(name).replaceAll(" ").strip();
        return SPACE_BESIDE_HAN.matcher(name).replaceAll("");
    }

    /** In full: for sealing, the reviewers and the providers' requests only. */
    public String value() {
        return value;
    }

    /** All but the last character as asterisks, as a person's name is. */
    public String masked() {
        int last = value.offsetByCodePoints(value.length(), -1);
        return "*".repeat(value.codePointCount(0, last)) + value.substring(last);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EnterpriseName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "EnterpriseName[sealed]";
    }
}
