package io.realname.identity;

import io.realname.validation.InvalidValueException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How old a person must be to verify alone. Under 14, PIPL (articles 28 and 31) asks for the consent of a parent or
 * guardian, which this program cannot take; the age itself is configuration.
 *
 * @param minimumAge in completed years, 0 to 150
 */
public record AgePolicy(int minimumAge) {

    private static final int HIGHEST = 150;

    public AgePolicy {
        if (minimumAge < 0 || minimumAge > HIGHEST) {
            throw new IllegalArgumentException("minimumAge must be 0 to " + HIGHEST + ", but is " + minimumAge);
        }
    }

    /**
     * Refuses a document whose birth date makes its holder too young. A document that carries no birth date passes.
     *
     * <p>A year is complete on the birthday. Who was born on 29 February completes it on 1 March in a common year: the
     * later of the two days, so that no child is taken for older.
     *
     * @param today China's day, not the server's
     * @throws InvalidValueException {@code UNDER_AGE}
     */
    public void check(IdentityDocument document, LocalDate today) {
        boolean under = document.birthDate()
                .map(birthDate -> ChronoUnit.YEARS.between(birthDate, today) < minimumAge)
                .orElse(false);
        if (under) {
            throw new InvalidValueException("UNDER_AGE");
        }
    }
}
