package io.realname.desk;

import io.realname.identity.IdentityDocument;
import io.realname.validation.InvalidValueException;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The birth dates that document numbers contain. A stored document keeps only its number. */
@Component
class BirthDates {

    private final Clock clock;

    BirthDates(Clock clock) {
        this.clock = clock;
    }

    /** Null if the number contains none, or has become invalid since it was stored. */
    @Nullable
    LocalDate of(IdentityDocument document) {
        try {
            return IdentityDocument.parse(
                            document.type(), document.number(), document.issuingCountry(), LocalDate.now(clock))
                    .birthDate()
                    .orElse(null);
        } catch (InvalidValueException e) {
            return null;
        }
    }
}
