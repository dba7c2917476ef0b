package io.realname.licence;

import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedName;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name on a licence, in the normalised form in which names are compared: NFC, with full-width parentheses and no
 * other full-width form, and without spaces next to Han characters.
 *
 * <p>The name of an individual business is often its owner's name: {@link #toString()} does not show it.
 */
public final class EnterpriseName {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 100;

    private static final Pattern ALPHABET = Pattern.compile("(?:" + TypedName.LETTER + "|[0-9（）·&.,'’“”《》、 -])++");
    private static final Pattern LETTER = Pattern.compile(TypedName.LETTER);

    private final String value;

    private EnterpriseName(String value) {
        this.value = value;
    }

    /**
     * Reads a name as typed.
     *
     * @param input null and blank are refused with {@code REQUIRED}
     * @throws InvalidValueException {@code REQUIRED}; {@code INVALID_LENGTH} for fewer than 2 or more than 100 code
     *     points; {@code INVALID_CHARACTER} for a character that is not a Han character, a Latin letter, a digit or one
     *     of a few signs, and for a name without any letter or Han character
     */
    public static EnterpriseName parse(@Nullable String input) {
        String name = TypedName.read(input, TypedName::canonical, "INVALID_LENGTH");
        int length = name.codePointCount(0, name.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        if (!ALPHABET.matcher(name).matches() || !LETTER.matcher(name).find()) {
            throw new InvalidValueException("INVALID_CHARACTER");
        }
        return new EnterpriseName(name);
    }

    /** The complete name. Only for sealing, the reviewers and the providers' requests. */
    public String value() {
        return value;
    }

    /** Replaces each character but the last by an asterisk, like the mask of a person's name. */
    public String masked() {
        return TypedName.masked(value);
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
