package io.realname.identity;

import io.realname.validation.InvalidValueException;
import java.time.LocalDate;

/**
 * The 18-character number of a foreign permanent resident ID since 2023 (GA 2102-2023): 9 (1), province where the
 * holder applied (2), country or region of the holder (3), birth date (8), sequence (3), check character (1).
 *
 * <p>The country is not looked up. It is a numeric code (ISO 3166-1). The list of these codes grows, and stateless
 * holders have a code that is in no list we know. The check character finds a typing error in the country.
 */
final class Ga2102 {

    private Ga2102() {}

    /** Whether the text has the form of such a number. The parts of the number are not checked. */
    static boolean hasForm(String number) {
        return Gb11643.hasForm(number) && number.startsWith("9");
    }

    /**
     * Checks province, birth date and check character of a number whose form is right.
     *
     * @return the birth date
     * @throws InvalidValueException {@code INVALID_REGION}; for the same reasons as with a resident ID,
     *     {@code INVALID_BIRTH_DATE}, {@code BIRTH_DATE_IN_FUTURE} and {@code INVALID_CHECK_DIGIT}
     */
    static LocalDate requirePerson(String number, LocalDate today) {
        if (!Gb11643.isProvince(number.substring(1, 3))) {
            throw new InvalidValueException("INVALID_REGION");
        }
        LocalDate birthDate = Gb11643.birthDate(number, today);
        Gb11643.requireCheckCharacter(number);
        return birthDate;
    }
}
