package io.realname.licence;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.people.TestPeople;
import io.realname.validation.InvalidValueException;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LicenceProperties {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Provide
    Arbitrary<String> creditCodes() {
        return Combinators.combine(characters(2), regions(), characters(9))
                .as((kind, region, subject) -> TestPeople.withGb32100Check(kind + region + subject));
    }

    private static Arbitrary<String> characters(int length) {
        return Arbitraries.strings().withChars(ALPHABET).ofLength(length);
    }

    private static Arbitrary<String> regions() {
        return Arbitraries.integers().between(100_000, 899_999).map(String::valueOf);
    }

    @Provide
    Arbitrary<String> registrationNumbers() {
        return Arbitraries.strings().numeric().ofLength(14).map(TestPeople::withMod1110Check);
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(" ", "-", "\u3000", "\u00A0", "\u2011", "\u200B", "");
    }

    @Provide
    Arbitrary<LicenceType> types() {
        return Arbitraries.of(LicenceType.class);
    }

    @Property
    void everyCreditCodeWithItsCheckCharacterIsTaken(@ForAll("creditCodes") String code) {
        Licence licence = Licence.parse(LicenceType.UNIFIED_SOCIAL_CREDIT_CODE, code);

        assertThat(licence.number()).isEqualTo(code);
        assertThat(licence.hasCreditCode()).isTrue();
        assertThat(licence.masked()).hasSize(18).doesNotContain(code.substring(1, 17));
        assertThat(licence.toString()).doesNotContain(code);
    }

    @Property
    void everyRegistrationNumberWithItsCheckDigitIsTaken(@ForAll("registrationNumbers") String number) {
        Licence licence = Licence.parse(LicenceType.GENERAL, number);

        assertThat(licence.number()).isEqualTo(number);
        assertThat(licence.hasCreditCode()).isFalse();
        assertThat(licence.toString()).doesNotContain(number);
    }

    @Property
    void howeverItIsTypedItIsTheSameLicence(
            @ForAll("creditCodes") String code, @ForAll("separators") String separator, @ForAll boolean fullWidth) {
        String grouped = code.toLowerCase(Locale.ROOT).replaceAll("(.{3})", "$1" + separator);
        String typed = fullWidth ? fullWidth(grouped) : grouped;
        Licence licence = Licence.parse(LicenceType.THREE_IN_ONE, code);

        assertThat(Licence.parse(LicenceType.THREE_IN_ONE, typed))
                .isEqualTo(licence)
                .hasSameHashCodeAs(licence);
    }

    @Property
    void anySingleWrongCharacterOfACreditCodeIsFound(
            @ForAll("creditCodes") String code,
            @ForAll @IntRange(max = 17) int at,
            @ForAll @IntRange(min = 1, max = 30) int by) {
        int wrong = (ALPHABET.indexOf(code.charAt(at)) + by) % ALPHABET.length();
        String typed = code.substring(0, at) + ALPHABET.charAt(wrong) + code.substring(at + 1);

        assertThat(Gb32100.checkCharacterMatches(typed)).isFalse();
        if (Gb32100.hasForm(typed)) {
            Licence confirmed = Licence.parse(LicenceType.UNIFIED_SOCIAL_CREDIT_CODE, typed, true);
            assertThat(Licence.stored(LicenceType.UNIFIED_SOCIAL_CREDIT_CODE, confirmed.number()))
                    .isEqualTo(confirmed);
        }
        assertThat(refusal(() -> Licence.parse(LicenceType.UNIFIED_SOCIAL_CREDIT_CODE, typed)))
                .isEqualTo(Gb32100.hasForm(typed) ? "INVALID_CHECK_DIGIT" : "INVALID_FORMAT");
    }

    @Property
    void anySingleWrongDigitOfARegistrationNumberIsFound(
            @ForAll("registrationNumbers") String number,
            @ForAll @IntRange(max = 14) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        int wrong = (number.charAt(at) - '0' + by) % 10;
        String typed = number.substring(0, at) + wrong + number.substring(at + 1);

        assertThat(refusal(() -> Licence.parse(LicenceType.GENERAL, typed))).isEqualTo("INVALID_CHECK_DIGIT");
    }

    @Property
    void whateverIsTypedIsTakenOrRefusedWithACode(@ForAll("types") LicenceType type, @ForAll String anything) {
        try {
            assertThat(Licence.parse(type, anything).number()).matches("[0-9A-Z]{15,18}");
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }

    private static String fullWidth(String ascii) {
        var wide = new StringBuilder();
        ascii.chars().map(c -> c > ' ' && c < 0x7F ? c + 0xFEE0 : c).forEach(wide::appendCodePoint);
        return wide.toString();
    }
}
