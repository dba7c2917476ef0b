package io.realname.account;

import io.realname.validation.InvalidValueException;
import java.util.regex.Pattern;

/** The name by which an account is known in the whole group: 2–64 letters, digits and {@code . _ - @}. */
public record UserName(String value) {

    private static final Pattern FORM = Pattern.compile("[\\p{L}\\p{Nd}._@-]{2,64}");

    /** @throws InvalidValueException {@code INVALID_FORMAT} */
    public UserName {
        if (!FORM.matcher(value).matches()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
