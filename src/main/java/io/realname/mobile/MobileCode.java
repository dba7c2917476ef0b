package io.realname.mobile;

import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedNumber;
import java.util.regex.Pattern;

/**
 * A code as an applicant types it off a message.
 *
 * @param digits six, ASCII
 */
public record MobileCode(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{6}");

    public MobileCode {
        if (!FORM.matcher(digits).matches()) {
            throw new InvalidValueException("INVALID_CODE");
        }
    }

    /**
     * Reads what was typed: in full-width digits of a Chinese keyboard, or with spaces as some messages show it.
     *
     * @throws InvalidValueException {@code INVALID_CODE} for what cannot be a code, so that it need not cost a try
     */
    public static MobileCode parse(String typed) {
        return new MobileCode(TypedNumber.compact(typed));
    }

    @Override
    public String toString() {
        return "MobileCode[sealed]";
    }
}
