package io.realname.identity;

import io.realname.validation.InvalidValueException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The 18-character number of GB 11643-1999: region (6), birth date (8), sequence (3), check character (1).
 *
 * <p>The check is ISO 7064 MOD 11-2. It finds every single wrong character and every swap of two adjacent characters.
 */
final class Gb11643 {

    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final int EARLIEST_BIRTH_YEAR = 1900;

    private static final Set<String> MAINLAND_PROVINCES = Set.of(
            "11", "12", "13", "14", "15", // north
            "21", "22", "23", // north-east
            "31", "32", "33", "34", "35", "36", "37", // east
            "41", "42", "43", "44", "45", "46", // south and centre
            "50", "51", "52", "53", "54", // south-west
            "61", "62", "63", "64", "65"); // north-west

    private static final Set<String> HMT_REGIONS = Set.of("810000", "820000", "830000");

    private Gb11643() {}

    /** Whether the text has the form of such a number. The parts of the number are not checked. */
    static boolean hasForm(String number) {
        return FORM.matcher(number).matches();
    }

    /** Whether the last of 18 characters is the check character of the 17 before it. */
    static boolean checkCharacterMatches(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (number.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length()) == number.charAt(WEIGHTS.length);
    }

    /** Whether the two digits are the code of a mainland province. */
    static boolean isProvince(String code) {
        return MAINLAND_PROVINCES.contains(code);
    }

    /**
     * Whether the region is in the mainland: its province exists, and its prefecture is in a range that GB/T 2260
     * assigns (00 to 70, and 90 for counties directly under a province).
     *
     * <p>Counties are not looked up in a list. A number keeps the region of its first registration for life, and no
     * current list contains the regions that were abolished since 1980.
     */
    static boolean isMainland(String number) {
        int prefecture = Integer.parseInt(number, 2, 4, 10);
        return isProvince(number.substring(0, 2)) && (prefecture <= 70 || prefecture == 90);
    }

    /** Whether the region is that of residents from Hong Kong, Macau or Taiwan. */
    static boolean isHongKongMacauTaiwan(String number) {
        return HMT_REGIONS.contains(number.substring(0, 6));
    }

    /**
     * Checks birth date, sequence and check character of a number whose form and region are right.
     *
     * @return the birth date
     * @throws InvalidValueException {@code INVALID_BIRTH_DATE} for a date that is not in the calendar or is before
     *     1900, {@code BIRTH_DATE_IN_FUTURE}, {@code INVALID_SEQUENCE}, {@code INVALID_CHECK_DIGIT}
     */
    static LocalDate requirePerson(String number, LocalDate today) {
        LocalDate birthDate = birthDate(number, today);
        if (number.startsWith("000", 14)) {
            throw new InvalidValueException("INVALID_SEQUENCE");
        }
        requireCheckCharacter(number);
        return birthDate;
    }

    /** @throws InvalidValueException {@code INVALID_CHECK_DIGIT} */
    static void requireCheckCharacter(String number) {
        if (!checkCharacterMatches(number)) {
            throw new InvalidValueException("INVALID_CHECK_DIGIT");
        }
    }

    /**
     * The birth date, which is in the positions 7 to 14.
     *
     * @throws InvalidValueException {@code INVALID_BIRTH_DATE} for a date that is not in the calendar or is before
     *     1900, {@code BIRTH_DATE_IN_FUTURE}
     */
    static LocalDate birthDate(String number, LocalDate today) {
        LocalDate birthDate = dayOfTheCalendar(number);
        if (birthDate.getYear() < EARLIEST_BIRTH_YEAR) {
            throw new InvalidValueException("INVALID_BIRTH_DATE");
        }
        if (birthDate.isAfter(today)) {
            throw new InvalidValueException("BIRTH_DATE_IN_FUTURE");
        }
        return birthDate;
    }

    // The cause is left out on purpose: its message contains the date.
    @SuppressWarnings("UnusedException")
    private static LocalDate dayOfTheCalendar(String number) {
        try {
            return LocalDate.of(
                    Integer.parseInt(number, 6, 10, 10),
                    Integer.parseInt(number, 10, 12, 10),
                    Integer.parseInt(number, 12, 14, 10));
        } catch (DateTimeException e) {
            throw new InvalidValueException("INVALID_BIRTH_DATE");
        }
    }
}
