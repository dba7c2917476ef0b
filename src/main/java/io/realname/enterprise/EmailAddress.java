package io.realname.enterprise;

import io.realname.validation.InvalidValueException;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.EmailValidator;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail address.
 *
 * @param value as given, but with the domain in ASCII (IDNA) and in lower case
 */
public record EmailAddress(String value) {

    private static final int LONGEST = 254;

    // The library also accepts quoted local parts with spaces and further @ signs, other scripts, and IP addresses.
    private static final Pattern LOCAL_PART = Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN = Pattern.compile("[a-z0-9.-]+");

    // IDNA 2003 and IDNA 2008 map these characters to different domains: sharp s, final sigma, the two joiners.
    private static final Pattern AMBIGUOUS = Pattern.compile("[\\u00DF\\u1E9E\\u03C2\\u200C\\u200D]");

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
        int at = typed.indexOf('@');
        if (at < 0 || !LOCAL_PART.matcher(typed.substring(0, at)).matches()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        String address = typed.substring(0, at + 1) + asciiDomain(typed.substring(at + 1));
        if (address.length() > LONGEST) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        if (!EmailValidator.getInstance(false, false).isValid(address)) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        return new EmailAddress(address);
    }

    private static String asciiDomain(String typed) {
        try {
            String ascii = IDN.toASCII(typed).toLowerCase(Locale.ROOT);
            if (DOMAIN.matcher(ascii).matches() && !AMBIGUOUS.matcher(typed).find()) {
                return ascii;
            }
        } catch (IllegalArgumentException e) {
            // not a valid domain
        }
        throw new InvalidValueException("INVALID_FORMAT");
    }

    /** The first character, and everything from the {@code @} on: {@code l***@example.com}. */
    public String masked() {
        return value.charAt(0) + "***" + value.substring(value.lastIndexOf('@'));
    }

    @Override
    public String toString() {
        return "EmailAddress[sealed]";
    }
}
