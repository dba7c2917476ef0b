package io.realname.identity;

import io.realname.validation.InvalidValueException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * The minimum age at which a person may verify alone. Under 14, PIPL (articles 28 and 31) requires the consent of a
 * parent or guardian. This program cannot record such a consent. The minimum age is a setting.
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
     * Refuses a document if its birth date shows that the holder is too young. A document without a birth date passes.
     *
     * <p>A year is complete on the birthday. In a common year, a person born on 29 February completes the year on 1
     * March. That is the later of the two possible days, so a child never counts as older.
     *
     * @param today the current day in China, not on the server
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
