package io.realname.bankcard;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.people.TestPeople;
import io.realname.validation.InvalidValueException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;

class PanProperties {

    @Provide
    Arbitrary<String> pans() {
        return Arbitraries.strings()
                .numeric()
                .ofMinLength(11)
                .ofMaxLength(17)
                .map(body -> TestPeople.withLuhnCheck("6" + body));
    }

    @Property
    void everyNumberWithItsCheckDigitIsTaken(@ForAll("pans") String pan) {
        assertThat(Pan.parse(pan).digits()).isEqualTo(pan);
    }

    @Property
    void howeverItIsTypedItIsTheSameCard(@ForAll("pans") String pan, @ForAll("separators") String separator) {
        String typed = pan.replaceAll("(.{4})", "$1" + separator);

        assertThat(Pan.parse(typed)).isEqualTo(Pan.parse(pan)).hasSameHashCodeAs(Pan.parse(pan));
    }

    @Provide
    Arbitrary<String> separators() {
        return Arbitraries.of(" ", "-", "\u3000", "\u00A0", "\u2011", "");
    }

    @Property
    void anySingleWrongDigitIsRefused(
            @ForAll("pans") String pan,
            @ForAll @IntRange(max = 18) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        int position = at % pan.length();
        int wrong = (pan.charAt(position) - '0' + by) % 10;
        String typed = pan.substring(0, position) + wrong + pan.substring(position + 1);

        assertThat(refusal(() -> Pan.parse(typed))).isEqualTo("INVALID_CHECK_DIGIT");
    }

    @Property
    void confirmedEveryNumberOf13To19DigitsIsTakenAndComesBackFromStorage(
            @ForAll @NumericChars @StringLength(min = 13, max = 19) String digits) {
        Pan pan = Pan.parse(digits, true);

        assertThat(pan.digits()).isEqualTo(digits);
        assertThat(Pan.stored(pan.digits())).isEqualTo(pan);
        assertThat(pan.masked()).hasSize(8);
    }

    @Property
    void confirmedOrNotTheCheckDigitIsTheOnlyDifference(@ForAll String anything) {
        assertThat(codeOf(() -> Pan.parse(anything, true)))
                .isEqualTo(codeOf(() -> Pan.parse(anything, false)).replace("INVALID_CHECK_DIGIT", ""));
    }

    private static String codeOf(Runnable parse) {
        try {
            parse.run();
            return "";
        } catch (InvalidValueException e) {
            return e.code();
        }
    }

    @Property
    void whateverIsTypedIsTakenOrRefusedWithACode(@ForAll String anything) {
        try {
            assertThat(Pan.parse(anything).digits()).matches("[0-9]{13,19}");
        } catch (InvalidValueException e) {
            assertThat(e.code()).matches("[A-Z_]+");
        }
    }
}
