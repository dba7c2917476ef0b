package io.realname.enterprise;

import io.realname.validation.InvalidValueException;
import java.util.Locale;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/**
 * An address for electronic mail, on the internet.
 *
 * @param value as given, the part behind the {@code @} in lower case
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    /**
     * Reads an address.
     *
     * @throws InvalidValueException {@code REQUIRED}; {@code INVALID_FORMAT}; {@code INVALID_LENGTH} for more than 254
     *     characters (RFC 5321)
     */
    public static EmailAddress parse(@Nullable String input) {
        String typed = input == null ? "" : input.strip();
        if (typed.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        if (typed.length() > LONGEST) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        if (!EmailValidator.getInstance(false, false).isValid(typed)) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        int at = typed.lastIndexOf('@');
        return new EmailAddress(typed.substring(0, at) + typed.substring(at).toLowerCase(Locale.ROOT));
    }

    /** The first character and what stands behind the {@code @}: {@code l***@example.com}. */
    public String masked() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return "EmailAddress[sealed]";
    }
}
