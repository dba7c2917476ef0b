package io.realname.identity;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.realname.people.TestPeople;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgePolicyTest {

    private static final AgePolicy FROM_14 = new AgePolicy(14);

    @ParameterizedTest
    @CsvSource({"2012-11-24, UNDER_AGE", "2020-01-01, UNDER_AGE", "2012-11-23, ''"})
    void aForeignPermanentResidentIdTellsTheAgeToo(LocalDate born, String code) {
        LocalDate today = LocalDate.of(2026, 11, 23);
        IdentityDocument document = IdentityDocument.parse(
                DocumentType.FOREIGN_PERMANENT_RESIDENT_ID, TestPeople.citizenNumber("911840", born, 1), null, today);

        if (code.isEmpty()) {
            assertThatCode(() -> FROM_14.check(document, today)).doesNotThrowAnyException();
        } else {
            assertThat(refusal(() -> FROM_14.check(document, today))).isEqualTo(code);
        }
    }

    private static IdentityDocument bornOn(LocalDate born) {
        return IdentityDocument.parse(
                DocumentType.RESIDENT_ID, TestPeople.residentIdBornOn(born, 1), null, LocalDate.of(2026, 11, 23));
    }

    @ParameterizedTest
    @CsvSource({"2012-11-24, 2026-11-23", "2012-02-29, 2026-02-28", "2020-01-01, 2026-11-23"})
    void youngerIsRefused(LocalDate born, LocalDate today) {
        assertThat(refusal(() -> FROM_14.check(bornOn(born), today))).isEqualTo("UNDER_AGE");
    }

    @ParameterizedTest
    @CsvSource({"2012-11-23, 2026-11-23", "2012-02-29, 2026-03-01", "2012-02-29, 2028-02-29", "1950-01-01, 2026-11-23"})
    void fromTheBirthdayOnItPasses(LocalDate born, LocalDate today) {
        assertThatCode(() -> FROM_14.check(bornOn(born), today)).doesNotThrowAnyException();
    }

    @Test
    void theAgeIsConfiguration() {
        IdentityDocument fifteen = bornOn(LocalDate.of(2011, 11, 23));

        assertThatCode(() -> new AgePolicy(15).check(fifteen, LocalDate.of(2026, 11, 23)))
                .doesNotThrowAnyException();
        assertThat(refusal(() -> new AgePolicy(16).check(fifteen, LocalDate.of(2026, 11, 23))))
                .isEqualTo("UNDER_AGE");
    }

    @Test
    void documentWithoutABirthDatePasses() {
        LocalDate today = LocalDate.of(2026, 11, 23);
        IdentityDocument passport = IdentityDocument.parse(DocumentType.PASSPORT, "E12345678", "CHN", today);

        assertThatCode(() -> FROM_14.check(passport, today)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 151})
    void nonsenseIsRefusedWhenItIsConfigured(int minimumAge) {
        assertThatIllegalArgumentException().isThrownBy(() -> new AgePolicy(minimumAge));
    }
}
