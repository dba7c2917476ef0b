package io.realname.bankcard;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.realname.people.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanTest {

    private static final String SAMPLE = "6222020200112230004";

    private static String refused(@Nullable String input) {
        return refusal(() -> Pan.parse(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SAMPLE,
                "6222 0202 0011 2230 004",
                "6222-0202-0011-2230-004",
                "６２２２０２０２００１１２２３０００４",
                "\u00A06222020200112\u3000230004\n"
            })
    void theContractsSampleIsTakenHoweverItIsTyped(String typed) {
        assertThat(Pan.parse(typed)).isEqualTo(Pan.parse(SAMPLE));
        assertThat(Pan.parse(typed).digits()).isEqualTo(SAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "٦٢٢٢٠٢٠٢٠٠١١٢٢٣٠٠٠٤",
                "۶۲۲۲۰۲۰۲۰۰۱۱۲۲۳۰۰۰۴",
                "622202020011223000X",
                "6222.0202",
                "+6222020200112230004"
            })
    void otherThanAsciiDigitsIsRefusedThoughTheLibraryTakesThem(String typed) {
        assertThat(refused(typed)).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void lengthIs13To19() {
        assertThat(refused(TestPeople.withLuhnCheck("62220202001"))).isEqualTo("INVALID_LENGTH");
        assertThat(Pan.parse(TestPeople.withLuhnCheck("622202020011")).digits()).hasSize(13);
        assertThat(Pan.parse(TestPeople.withLuhnCheck("622202020011223000")).digits())
                .hasSize(19);
        assertThat(refused(TestPeople.withLuhnCheck("6222020200112230001"))).isEqualTo("INVALID_LENGTH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"6222020200112230005", "0000000000000000"})
    void checkDigitIsLuhns(String typed) {
        assertThat(refused(typed)).isEqualTo("INVALID_CHECK_DIGIT");
    }

    /** A debit card of BoCom as they were issued, and a card number that is no more than its form. */
    @ParameterizedTest
    @ValueSource(strings = {"60142812345678905", "6222020200112230005", "0000000000000000", "６２２２-０２０２ 0011 2230 005"})
    void oneThatFailsLuhnIsTakenOnceItIsConfirmed(String typed) {
        assertThat(refused(typed)).isEqualTo("INVALID_CHECK_DIGIT");

        Pan confirmed = Pan.parse(typed, true);

        assertThat(confirmed.checkDigitMatches()).isFalse();
        assertThat(Pan.stored(confirmed.digits())).isEqualTo(confirmed);
    }

    @ParameterizedTest
    @CsvSource({
        "'', REQUIRED",
        "622202, INVALID_LENGTH",
        "62220202001122300041, INVALID_LENGTH",
        "622202020011223000X, INVALID_FORMAT"
    })
    void confirmingDoesNotMakeACardNumberOfWhatIsNone(String typed, String code) {
        assertThat(refusal(() -> Pan.parse(typed, true))).isEqualTo(code);
    }

    @Test
    void confirmingARightNumberChangesNothing() {
        assertThat(Pan.parse(SAMPLE, true)).isEqualTo(Pan.parse(SAMPLE));
        assertThat(Pan.parse(SAMPLE, true).checkDigitMatches()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "-"})
    void numberIsRequired(@Nullable String input) {
        assertThat(refused(input)).isEqualTo("REQUIRED");
    }

    @Test
    void maskNeverShowsAShortNumberWhole() {
        assertThat(Pan.parse(SAMPLE).masked()).isEqualTo("****0004");
        assertThat(Pan.parse(TestPeople.withLuhnCheck("622202020011")).masked())
                .hasSize(8)
                .startsWith("****");
    }

    @Test
    void toStringTellsNothing() {
        assertThat(Pan.parse(SAMPLE)).hasToString("Pan[sealed]");
    }
}
