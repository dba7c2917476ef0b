package io.realname.account;

import io.realname.validation.InvalidValueException;
import java.util.regex.Pattern;

/** The name by which an account is known in the whole group: 2–64 letters, digits and {@code . _ - @}. */
public record UserName(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}._@-]{2,64}");

    /** A shorter name is masked without its last character: first and last would be most of the name. */
    private static final int SHORTEST_WITH_LAST = 4;

    /** @throws InvalidValueException {@code INVALID_FORMAT} */
    public UserName {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
    }

    /** {@code c***n}: the owner recognises the name. Nobody else learns the name or its length. */
    public String masked() {
        int first = value.offsetByCodePoints(0, 1);
        String last = value.codePointCount(0, value.length()) < SHORTEST_WITH_LAST
                ? ""
                : value.substring(value.offsetByCodePoints(value.length(), -1));
        return value.substring(0, first) + "***" + last;
    }

    @Override
    public String toString() {
        return value;
    }
}
