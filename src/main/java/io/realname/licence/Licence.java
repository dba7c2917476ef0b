package io.realname.licence;

import io.realname.validation.InvalidValueException;
import io.realname.validation.TypedNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A licence certificate: its type, and its number in the normalised form in which numbers are compared.
 *
 * <p>The number of an individual business identifies a person: {@link #toString()} does not show it.
 */
public final class Licence {

    private final LicenceType type;
    private final String number;

    private Licence(LicenceType type, String number) {
        this.type = type;
        this.number = number;
    }

    /** As {@link #parse(LicenceType, String, boolean)}, for a number that the applicant has not confirmed. */
    public static Licence parse(LicenceType type, @Nullable String input) {
        return parse(type, input, false);
    }

    /**
     * Reads a number as typed; spaces, hyphens, full-width and lower-case characters are normalised first.
     *
     * @param input null and blank are refused with {@code REQUIRED}
     * @param confirmed whether the applicant confirmed that the licence shows exactly this number; a wrong check
     *     character is then accepted, because authorities have issued such numbers, and the register knows them
     * @throws InvalidValueException {@code REQUIRED}, {@code INVALID_FORMAT}, {@code INVALID_CHECK_DIGIT}
     */
    public static Licence parse(LicenceType type, @Nullable String input, boolean confirmed) {
        String number = normalise(input == null ? "" : input);
        if (number.isEmpty()) {
            throw new InvalidValueException("REQUIRED");
        }
        boolean isCreditCode = type != LicenceType.GENERAL && Gb32100.hasForm(number);
        boolean isRegistrationNumber = type != LicenceType.UNIFIED_SOCIAL_CREDIT_CODE && Gs15.hasForm(number);
        if (!isCreditCode && !isRegistrationNumber) {
            throw new InvalidValueException("INVALID_FORMAT");
        }
        Licence licence = new Licence(type, number);
        if (!confirmed && !licence.checkCharacterMatches()) {
            throw new InvalidValueException("INVALID_CHECK_DIGIT");
        }
        return licence;
    }

    /** A licence that was parsed earlier and stored. */
    public static Licence stored(LicenceType type, String number) {
        return new Licence(type, number);
    }

    /** Whether the last character is the check character of those before it (GB 32100-2015, GS 15-2006). */
    public boolean checkCharacterMatches() {
        return hasCreditCode() ? Gb32100.checkCharacterMatches(number) : Gs15.checkDigitMatches(number);
    }

    // Only ASCII is changed to upper case. In other text, the ligature of two letters f would become FF.
    private static String normalise(String typed) {
        String compact = TypedNumber.compact(typed);
        boolean ascii = compact.chars().allMatch(c -> c < 0x80);
        return ascii ? compact.toUpperCase(Locale.ROOT) : compact;
    }

    public LicenceType type() {
        return type;
    }

    /** The complete number. Only for sealing, the blind index, the reviewers and the provider's request. */
    public String number() {
        return number;
    }

    /** Whether the number is a unified social credit code. The register knows no other numbers. */
    public boolean hasCreditCode() {
        return Gb32100.hasForm(number);
    }

    /** First and last character, with asterisks between them: {@code 9****************X}. */
    public String masked() {
        return number.charAt(0) + "*".repeat(number.length() - 2) + number.charAt(number.length() - 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Licence that && type == that.type && number.equals(that.number);
    }

    @Override
    public int hashCode() {
        return number.hashCode();
    }

    @Override
    public String toString() {
        return "Licence[sealed]";
    }
}
