package io.realname.bankcard;

import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedNumber;
import java.util.regex.Pattern;
import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;
import org.jspecify.annotations.Nullable;

/**
 * A primary account number (ISO/IEC 7812): 13 to 19 ASCII digits.
 *
 * <p>The Luhn check only finds typing errors: several banks have issued cards that fail it. So a number that fails is
 * accepted once the applicant has checked and confirmed it. The bank knows whether the card exists.
 *
 * <p>Cardholder data: {@link #toString()} does not show it. {@link #masked()} shows fewer digits than PCI DSS 3.4.1
 * allows, so it may be stored beside a keyed hash (3.5.1.1).
 */
public final class Pan {

    private static final Pattern ASCII_DIGITS = Pattern.compile("[0-9]+");
    private static final int SHORTEST = 13;
    private static final int LONGEST = 19;
    private static final int SHOWN = 4;

    private final String digits;

    private Pan(String digits) {
        this.digits = digits;
    }

    /** As {@link #parse(String, boolean)}, for a number that the applicant has not confirmed. */
    public static Pan parse(@Nullable String input) {
        return parse(input, false);
    }

    /**
     * Reads a card number as typed; spaces, hyphens and full-width digits are normalised first.
     *
     * @param input null and blank are refused with {@code REQUIRED}
     * @param confirmed whether the applicant confirmed that the card shows exactly this number; the Luhn check is then
     *     skipped
     * @throws InvalidValueException {@code REQUIRED}, {@code INVALID_FORMAT}, {@code INVALID_LENGTH},
     *     {@code INVALID_CHECK_DIGIT}
     */
    public static Pan parse(@Nullable String input, boolean confirmed) {
        String digits = TypedNumber.compact(input == null ? "" : input);
        if (digits.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        // Checked before the library's Luhn check, which accepts the digits of every script.
        if (!ASCII_DIGITS.matcher(digits).matches()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        if (digits.length() < SHORTEST || digits.length() > LONGEST) {
            throw new InvalidValueException("INVALID_LENGTH");
        }
        Pan pan = new Pan(digits);
        if (!confirmed && !pan.checkDigitMatches()) {
            throw new InvalidValueException("INVALID_CHECK_DIGIT");
        }
        return pan;
    }

    /** A number that was parsed earlier and stored. */
    public static Pan stored(String digits) {
        return new Pan(digits);
    }

    /** Whether the number passes the Luhn check (ISO/IEC 7812-1, annex B). */
    public boolean checkDigitMatches() {
        return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(digits);
    }

    /** All digits. Only for sealing, the blind index and the provider's request. */
    public String digits() {
        return digits;
    }

    /** The last four digits after four asterisks, for a number of any length: {@code ****0004}. */
    public String masked() {
        return "****" + digits.substring(digits.length() - SHOWN);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Pan that && digits.equals(that.digits);
    }

    @Override
    public int hashCode() {
        return digits.hashCode();
    }

    @Override
    public String toString() {
        return "Pan[sealed]";
    }
}
