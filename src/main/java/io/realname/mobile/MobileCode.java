package io.realname.mobile;

import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedNumber;
import java.util.regex.Pattern;

/**
 * A code as an applicant types it from a message.
 *
 * @param digits six ASCII digits
 */
public record MobileCode(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    public MobileCode {
        if (!FORM.matcher(digits).matches()) {
            throw new InvalidValueException("INVALID_CODE");
        }
    }

    /**
     * Reads what was typed. Full-width digits of a Chinese keyboard are normalised, and spaces, which some messages
     * show, are removed.
     *
     * @throws InvalidValueException {@code INVALID_CODE} if the text cannot be a code; the caller need not count a try
     *     then
     */
    public static MobileCode parse(String typed) {
        return new MobileCode(TypedNumber.compact(typed));
    }

    @Override
    public String toString() {
        return "MobileCode[sealed]";
    }
}
