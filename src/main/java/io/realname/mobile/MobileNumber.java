package io.realname.mobile;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A mobile number of mainland China, according to libphonenumber: 11 digits that begin with 13 to 19. Personal data:
 * {@link #toString()} does not show it.
 */
public final class MobileNumber {

    private static final String COUNTRY_CODE = "+86";
    private static final String REGION = "CN";
    private static final Pattern DIALLED = Pattern.compile("\\+?[0-9]{5,17}");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+86|0086|86)?(1[3-9][0-9]*)");
    private static final int NATIONAL_LENGTH = 11;

    private final String e164;

    private MobileNumber(String e164) {
        this.e164 = e164;
    }

    /**
     * Reads a number as typed, with or without {@code +86}, {@code 0086} or {@code 86}; spaces, hyphens and full-width
     * digits are normalised first. Letters, extensions and carrier prefixes are refused, although libphonenumber would
     * accept them.
     *
     * @param input null and blank are refused with {@code REQUIRED}
     * @throws InvalidValueException {@code REQUIRED}; {@code INVALID_FORMAT} for text that is not a telephone number,
     *     and for a mobile number with too many or too few digits; {@code NOT_A_MAINLAND_MOBILE} for any other number
     */
    public static MobileNumber parse(@Nullable String input) {
        String dialled = TypedNumber.compact(input == null ? "" : input);
        if (dialled.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        if (!DIALLED.matcher(dialled).matches()) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        Matcher mobile = MOBILE.matcher(dialled);
        if (!mobile.matches()) {
            throw new InvalidValueException("NOT_A_MAINLAND_MOBILE");
        }
        String national = mobile.group(1);
        if (national.length() != NATIONAL_LENGTH) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        if (!isMainlandMobile(national)) {
            throw new InvalidValueException("NOT_A_MAINLAND_MOBILE");
        }
        return new MobileNumber(COUNTRY_CODE + national);
    }

    /** A number that was parsed earlier and stored. It stays readable even if the numbering plan has changed. */
    public static MobileNumber stored(String e164) {
        return new MobileNumber(e164);
    }

    private static boolean isMainlandMobile(String national) {
        var number = new PhoneNumber().setCountryCode(86).setNationalNumber(Long.parseLong(national));
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        PhoneNumberType type = numbers.getNumberType(number);
        return numbers.isValidNumberForRegion(number, REGION)
                && (type == PhoneNumberType.MOBILE || type == PhoneNumberType.FIXED_LINE_OR_MOBILE);
    }

    /** {@code +8613800138000}. Only for sealing, the blind index and the provider's request. */
    public String e164() {
        return e164;
    }

    /** The first three and the last four of the eleven digits: {@code 138****8000}. */
    public String masked() {
        String national = e164.substring(COUNTRY_CODE.length());
        return national.substring(0, 3) + "****" + national.substring(7);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MobileNumber that && e164.equals(that.e164);
    }

    @Override
    public int hashCode() {
        return e164.hashCode();
    }

    @Override
    public String toString() {
        return "MobileNumber[sealed]";
    }
}
