package io.realname.licence;

import static io.realname.licence.LicenceType.GENERAL;
import static io.realname.licence.LicenceType.THREE_IN_ONE;
import static io.realname.licence.LicenceType.UNIFIED_SOCIAL_CREDIT_CODE;
import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.people.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenceTest {

    private static final String CREDIT_CODE = "91350100M000100Y43"; // the standard's example
    private static final String REGISTRATION_NUMBER = "110108000000016"; // the standard's example

    private static String refused(LicenceType type, @Nullable String input) {
        return refusal(() -> Licence.parse(type, input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                CREDIT_CODE,
                "91350100m000100y43",
                " 9135 0100 M000 100Y 43 ",
                "91350100-M000100Y-43",
                "９１３５０１００Ｍ０００１００Ｙ４３",
                "９１３５０１００ｍ０００１００ｙ４３",
                "91350100\u3000M000\u00A0100Y43\n",
                "91350100\u2010M000\u2011100Y－43",
                "\uFEFF91350100M000\u200B100Y43"
            })
    void creditCodeIsTheSameHoweverItIsTyped(String typed) {
        Licence licence = Licence.parse(UNIFIED_SOCIAL_CREDIT_CODE, typed);

        assertThat(licence.number()).isEqualTo(CREDIT_CODE);
        assertThat(licence.type()).isEqualTo(UNIFIED_SOCIAL_CREDIT_CODE);
        assertThat(licence.hasCreditCode()).isTrue();
        assertThat(licence)
                .isEqualTo(Licence.parse(UNIFIED_SOCIAL_CREDIT_CODE, CREDIT_CODE))
                .hasSameHashCodeAs(Licence.parse(UNIFIED_SOCIAL_CREDIT_CODE, CREDIT_CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                REGISTRATION_NUMBER,
                "110108 00000001 6",
                "110108-00000001-6",
                "１１０１０８０００００００１６",
                "\t110108000000016\r\n"
            })
    void registrationNumberIsTheSameHoweverItIsTyped(String typed) {
        Licence licence = Licence.parse(GENERAL, typed);

        assertThat(licence.number()).isEqualTo(REGISTRATION_NUMBER);
        assertThat(licence.hasCreditCode()).isFalse();
    }

    @Test
    void threeInOneHasEitherNumber() {
        assertThat(Licence.parse(THREE_IN_ONE, CREDIT_CODE).hasCreditCode()).isTrue();
        assertThat(Licence.parse(THREE_IN_ONE, REGISTRATION_NUMBER).hasCreditCode())
                .isFalse();
    }

    @Test
    void theOtherTypesHaveOnlyTheirOwn() {
        assertThat(refused(UNIFIED_SOCIAL_CREDIT_CODE, REGISTRATION_NUMBER)).isEqualTo("INVALID_FORMAT");
        assertThat(refused(GENERAL, CREDIT_CODE)).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void anotherTypeIsAnotherLicence() {
        assertThat(Licence.parse(THREE_IN_ONE, CREDIT_CODE))
                .isNotEqualTo(Licence.parse(UNIFIED_SOCIAL_CREDIT_CODE, CREDIT_CODE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "92330106MA28X0XX0A",
                "91350100M000100Y34", // two characters exchanged
                "91350100M000100Y40"
            })
    void creditCodeHasACheckCharacter(String typed) {
        assertThat(refused(UNIFIED_SOCIAL_CREDIT_CODE, typed)).isEqualTo("INVALID_CHECK_DIGIT");
        assertThat(refused(THREE_IN_ONE, typed)).isEqualTo("INVALID_CHECK_DIGIT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"110108000000017", "110108000000061", "000000000000000"})
    void registrationNumberHasACheckDigit(String typed) {
        assertThat(refused(GENERAL, typed)).isEqualTo("INVALID_CHECK_DIGIT");
        assertThat(refused(THREE_IN_ONE, typed)).isEqualTo("INVALID_CHECK_DIGIT");
    }

    /** Codes and numbers are out there whose check character was made wrong. */
    @ParameterizedTest
    @CsvSource({
        "UNIFIED_SOCIAL_CREDIT_CODE, 91350100M000100Y40",
        "THREE_IN_ONE, 91350100m000100y40",
        "THREE_IN_ONE, 110108000000017",
        "GENERAL, 110108-00000001-7"
    })
    void oneWithAWrongCheckCharacterIsTakenOnceItIsConfirmed(LicenceType type, String typed) {
        assertThat(refused(type, typed)).isEqualTo("INVALID_CHECK_DIGIT");

        Licence confirmed = Licence.parse(type, typed, true);

        assertThat(confirmed.checkCharacterMatches()).isFalse();
        assertThat(confirmed.hasCreditCode()).isEqualTo(confirmed.number().length() == 18);
        assertThat(Licence.stored(type, confirmed.number())).isEqualTo(confirmed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9135O100M000100Y43", "91350100M000100Y4", "000000000000000000", REGISTRATION_NUMBER})
    void confirmingDoesNotMakeACreditCodeOfWhatIsNone(String typed) {
        assertThat(refusal(() -> Licence.parse(UNIFIED_SOCIAL_CREDIT_CODE, typed, true)))
                .isEqualTo(typed.isEmpty() ? "REQUIRED" : "INVALID_FORMAT");
    }

    @Test
    void confirmingARightNumberChangesNothing() {
        Licence licence = Licence.parse(THREE_IN_ONE, CREDIT_CODE, true);

        assertThat(licence).isEqualTo(Licence.parse(THREE_IN_ONE, CREDIT_CODE));
        assertThat(licence.checkCharacterMatches()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "٩١٣٥٠١٠٠M٠٠٠١٠٠Y٤٣", // Arabic-Indic
                "۹۱۳۵۰۱۰۰M۰۰۰۱۰۰Y۴۳", // Persian
                "𝟗𝟏𝟑𝟓𝟎𝟏𝟎𝟎M𝟎𝟎𝟎𝟏𝟎𝟎Y𝟒𝟑", // mathematical
                "⑨①③⑤⓪①⓪⓪M000100Y43",
                "91350100М000100Y43", // Cyrillic
                "9135O100M000100Y43", // letter for a digit
                "91350100I000100Y43",
                "91350100S000100Y43",
                "91350100V000100Y43",
                "91350100Z000100Y43",
                "9135A100M000100Y43",
                "91350100M000100Y4",
                "91350100M000100Y433",
                "91350100M000100Y4*",
                "000000000000000000", // whose check character is right
                "91950100M000100Y43"
            })
    void anythingElseIsRefusedNotFolded(String typed) {
        assertThat(refused(UNIFIED_SOCIAL_CREDIT_CODE, typed)).isEqualTo("INVALID_FORMAT");
        assertThat(refused(THREE_IN_ONE, typed)).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void ligatureOfTwoLettersIsNotTheTwo() {
        String valid = TestPeople.withGb32100Check("91350100FF0001000");

        assertThat(Licence.parse(UNIFIED_SOCIAL_CREDIT_CODE, valid).number()).isEqualTo(valid);
        assertThat(refused(UNIFIED_SOCIAL_CREDIT_CODE, valid.replace("FF", "\uFB00")))
                .isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @EnumSource(LicenceType.class)
    void numberIsRequired(LicenceType type) {
        assertThat(refused(type, null)).isEqualTo("REQUIRED");
        assertThat(refused(type, "")).isEqualTo("REQUIRED");
        assertThat(refused(type, " \u3000-\u200B")).isEqualTo("REQUIRED");
    }

    @Test
    @Timeout(5)
    void hugeInputIsRefusedAtOnce() {
        assertThat(refused(THREE_IN_ONE, "9".repeat(1_000_000))).isEqualTo("INVALID_FORMAT");
        assertThat(refused(THREE_IN_ONE, " ".repeat(1_000_000) + "9")).isEqualTo("INVALID_FORMAT");
        assertThat(refused(THREE_IN_ONE, "\uFB00".repeat(1_000_000))).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void maskKeepsTheFirstAndTheLastCharacter() {
        assertThat(Licence.parse(UNIFIED_SOCIAL_CREDIT_CODE, CREDIT_CODE).masked())
                .isEqualTo("9****************3");
        assertThat(Licence.parse(GENERAL, REGISTRATION_NUMBER).masked()).isEqualTo("1*************6");
    }

    @Test
    void toStringTellsNothing() {
        assertThat(Licence.parse(UNIFIED_SOCIAL_CREDIT_CODE, CREDIT_CODE)).hasToString("Licence[sealed]");
    }
}
