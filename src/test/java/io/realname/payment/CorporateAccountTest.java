package io.realname.payment;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorporateAccountTest {

    private static final String SAMPLE = "1202020000000000123";

    private static String refusedNumber(@Nullable String input) {
        return refusal(() -> CorporateAccount.number(input));
    }

    private static String refusedName(@Nullable String input) {
        return refusal(() -> CorporateAccount.name(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SAMPLE,
                "1202 0200 0000 0000 123",
                "1202-0200-0000-0000-123",
                "１２０２０２００００００００００１２３",
                "\u00A0120202\u30000000000000123\n"
            })
    void numberIsTheSameHoweverItIsTyped(String typed) {
        assertThat(CorporateAccount.number(typed)).isEqualTo(SAMPLE);
    }

    @Test
    void numberHas8To32Digits() {
        assertThat(refusedNumber("1".repeat(7))).isEqualTo("INVALID_FORMAT");
        assertThat(CorporateAccount.number("1".repeat(8))).hasSize(8);
        assertThat(CorporateAccount.number("1".repeat(32))).hasSize(32);
        assertThat(refusedNumber("1".repeat(33))).isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "١٢٠٢٠٢٠٠٠٠٠٠٠٠٠٠١٢٣",
                "۱۲۰۲۰۲۰۰۰۰۰۰۰۰۰۰۱۲۳",
                "𝟏𝟐𝟎𝟐𝟎𝟐𝟎𝟎𝟎𝟎𝟎",
                "120202000000000012X",
                "1202.0200.0000.0000.123",
                "+1202020000000000123"
            })
    void otherThanAsciiDigitsIsRefused(String typed) {
        assertThat(refusedNumber(typed)).isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @CsvSource({
        "中国工商银行, 中国工商银行",
        "' 中国 工商银行\u3000', 中国工商银行",
        "中国工商银行(杭州)２分行, 中国工商银行（杭州）2分行",
        "'Bank of  Qinghe', 'Bank of Qinghe'",
        "𠮷 A银行, 𠮷A银行",
        "青禾\u200B银行, 青禾银行"
    })
    void nameOfABankHasTheFormOfAnEnterprisesName(String typed, String expected) {
        assertThat(CorporateAccount.name(typed)).isEqualTo(expected);
        assertThat(CorporateAccount.name(expected)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"青", "青禾<b>银行", "青禾٢银行", "青禾;银行", "Банк", "青禾\u0301银行", "青禾\u0000银行", "--", "123", "（）"})
    void otherNamesAreRefused(String typed) {
        assertThat(refusedName(typed)).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void nameHas2To100CodePoints() {
        assertThat(CorporateAccount.name("𠮷".repeat(100))).hasSize(200);
        assertThat(refusedName("𠮷".repeat(101))).isEqualTo("INVALID_FORMAT");
        assertThat(refusedName("𠮷")).isEqualTo("INVALID_FORMAT");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\u3000"})
    void bothAreRequired(@Nullable String input) {
        assertThat(refusedNumber(input)).isEqualTo("REQUIRED");
        assertThat(refusedName(input)).isEqualTo("REQUIRED");
    }

    @Test
    @Timeout(5)
    void hugeInputIsRefusedAtOnce() {
        assertThat(refusedNumber("1".repeat(1_000_000))).isEqualTo("INVALID_FORMAT");
        assertThat(refusedName("青".repeat(1_000_000))).isEqualTo("INVALID_FORMAT");
        assertThat(refusedName("e" + "\u0323\u0301".repeat(500_000))).isEqualTo("INVALID_FORMAT");
    }

    @Test
    void maskShowsTheLastFourDigits() {
        assertThat(new CorporateAccount(SAMPLE, "青禾银行", "杭州分行").masked()).isEqualTo("****0123");
    }

    @Test
    void toStringTellsNothing() {
        assertThat(new CorporateAccount(SAMPLE, "青禾银行", "杭州分行")).hasToString("CorporateAccount[sealed]");
    }
}
