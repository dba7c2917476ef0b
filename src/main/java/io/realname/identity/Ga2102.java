package io.realname.identity;

import io.realname.validation.InvalidValueException;
import java.time.LocalDate;

/**
 * The 18-character number of a foreign permanent resident ID since 2023 (GA 2102-2023): 9 (1), province that took the
 * application (2), country or region of the holder (3), birth date (8), sequence (3), check character (1).
 *
 * <p>The country is not looked up. It is written in digits (ISO 3166-1), a list that grows, and stateless holders have a
 * code that is in no list we know of; a typing error in it is found by the check character.
 */
final class Ga2102 {

    private Ga2102() {}

    /** Whether the text has the form of such a number; says nothing of its parts. */
    static boolean hasForm(String number) {
        return Gb11643.hasForm(number) && number.startsWith("9");
    }

    /**
     * Checks province, birth date and check character of a number whose form is right.
     *
     * @return the birth date
     * @throws InvalidValueException {@code INVALID_REGION}; {@code INVALID_BIRTH_DATE}, {@code BIRTH_DATE_IN_FUTURE} and
     *     {@code INVALID_CHECK_DIGIT} as of a resident ID
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
