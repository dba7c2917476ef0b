package io.realname.payment;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentAmountTest {

    private static String refused(@Nullable String input) {
        return refusal(() -> PaymentAmount.parse(input));
    }

    @ParameterizedTest
    @CsvSource({
        "0.37, 37",
        "0.4, 40",
        "0.40, 40",
        "0.01, 1",
        "0.09, 9",
        "3, 300",
        "9.99, 999",
        "' 0.37\n', 37",
        "0 . 37, 37",
        "０．３７, 37",
        "0.37\u200B, 37"
    })
    void amountIsReadInYuan(String typed, int fen) {
        assertThat(PaymentAmount.parse(typed).fen()).isEqualTo(fen);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0", "0.0", "0.00", "10", "10.00", "99.99", "0.370", "0.375", "00.37", ".37", "0.", "0,37", "37e0",
                "0x1", "+0.37", "0.37元", "¥0.37", "٠.٣٧", "۰.۳۷", "𝟎.𝟑𝟕", "0.³", "NaN", "0.37.1"
            })
    void anythingElseIsRefused(String typed) {
        assertThat(refused(typed)).isEqualTo("INVALID_AMOUNT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.37", "\u22120.37", "－0.37", "\u20130.37", "0.3-7", "0.37-"})
    void minusIsNotOverlooked(String typed) {
        assertThat(refused(typed)).isEqualTo("INVALID_AMOUNT");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000"})
    void amountIsRequired(@Nullable String input) {
        assertThat(refused(input)).isEqualTo("REQUIRED");
    }

    @Test
    @Timeout(5)
    void hugeInputIsRefusedAtOnce() {
        assertThat(refused("0." + "1".repeat(1_000_000))).isEqualTo("INVALID_AMOUNT");
        assertThat(refused("1".repeat(1_000_000))).isEqualTo("INVALID_AMOUNT");
    }

    @Test
    void everyAmountIsReadAsItIsWritten() {
        for (int fen = 1; fen <= 999; fen++) {
            PaymentAmount amount = new PaymentAmount(fen);

            assertThat(amount.inYuan()).matches("[0-9]\\.[0-9]{2}");
            assertThat(PaymentAmount.parse(amount.inYuan())).isEqualTo(amount);
        }
    }

    @Test
    void writingDoesNotDependOnThePlaceOfTheServer() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(new PaymentAmount(37).inYuan()).isEqualTo("0.37");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void toStringTellsNothing() {
        assertThat(new PaymentAmount(37)).hasToString("PaymentAmount[sealed]");
    }
}
