package io.realname.account;

import io.realname.validation.InvalidValueException;
import java.util.regex.Pattern;

/** A site of the group, for example {@code JD_MALL}: 2–32 capital letters, digits and underscores. */
public record Site(String code) {

    private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,31}");

    /** @throws InvalidValueException {@code INVALID_FORMAT} */
    public Site {
        if (!FORM.matcher(code).matches()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
    }

    @Override
    public String toString() {
        return code;
    }
}
