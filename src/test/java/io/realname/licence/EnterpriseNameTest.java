package io.realname.licence;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnterpriseNameTest {

    private static String value(String input) {
        return EnterpriseName.parse(input).value();
    }

    private static String refused(@Nullable String input) {
        return refusal(() -> EnterpriseName.parse(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "青禾（杭州）科技有限公司",
                "青禾(杭州)科技有限公司",
                " 青禾 （ 杭州 ） 科技有限公司\u3000",
                "青禾(杭州）科技\r\n有限公司",
                "青禾（杭州）科技\u200B有限公司\uFEFF",
                "青⽲（杭州）科技有限公司", // Kangxi radical
                "青禾（杭州）科技有限公司\uDB40\uDD00" // variation selector
            })
    void aNameIsTheSameHoweverItIsTyped(String typed) {
        EnterpriseName name = EnterpriseName.parse("青禾（杭州）科技有限公司");

        assertThat(value(typed)).isEqualTo("青禾（杭州）科技有限公司");
        assertThat(EnterpriseName.parse(typed)).isEqualTo(name).hasSameHashCodeAs(name);
    }

    @ParameterizedTest
    @CsvSource({
        "青禾２１世纪商店, 青禾21世纪商店",
        "ＡＢＣ＆Ｄ工作室, ABC&D工作室",
        "'青禾 3 D  Print Shop', '青禾3 D Print Shop'",
        "'Qinghe   Trading Co., Ltd.', 'Qinghe Trading Co., Ltd.'",
        "'Qinghe (Hangzhou) Trading', 'Qinghe（Hangzhou）Trading'",
        "Cafe\u0301店, Café店",
        "克里斯·林商行, 克里斯·林商行",
        "“青禾”《书》、社, “青禾”《书》、社",
        "O’Lin-Li商店, O’Lin-Li商店"
    })
    void lettersDigitsAndSignsAreInOneForm(String typed, String expected) {
        assertThat(value(typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𠮷家", // plane 2
                "李𬱖餐馆", // extension E
                "王\uD883\uDD50商店", // U+30D50, plane 3
                "王\uD884\uDF50商店", // U+31350, added in Unicode 15: newer than the JDK
                "〇一商店", // U+3007
                "张\u9FFF商店" // added in Unicode 14
            })
    void charactersOfAllPlanesAreLegal(String input) {
        assertThat(value(input)).isEqualTo(input);
    }

    @ParameterizedTest
    @ValueSource(strings = {"𠮷A", "𠮷 A", "A𠮷", "A 𠮷", "A 𠮷 A", "𠮷 𠮷", "𠮷 （A）"})
    void spaceBesideHanOfAnyPlaneGoes(String typed) {
        assertThat(value(typed)).isEqualTo(typed.replace(" ", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "青禾٢١商店", // Arabic-Indic
                "青禾۲۱商店", // Persian
                "青禾𝟐𝟏商店", // mathematical
                "青禾²商店",
                "青禾①商店",
                "青禾Ⅱ商店",
                "Ромашка", // Cyrillic
                "さくら商店",
                "青禾商店々",
                "한국상점",
                "青禾\u0301商店",
                "\u0301\u0301",
                "e\u0323\u0301", // one letter, which a mask would show whole
                "青禾😀商店",
                "青禾<b>商店",
                "=青禾商店",
                "青禾;商店",
                "青禾\u0000商店",
                "青禾\uD842商店",
                "青禾\uE863商店"
            })
    void otherCharactersAreRefused(String input) {
        assertThat(refused(input)).isEqualTo("INVALID_CHARACTER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--", "··", "（）", "《》、", "360", "- 1"})
    void signsAndDigitsAreNoName(String input) {
        assertThat(refused(input)).isEqualTo("INVALID_CHARACTER");
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(refused("𠮷")).isEqualTo("INVALID_LENGTH");
        assertThat(refused("e\u0301")).isEqualTo("INVALID_LENGTH");
        assertThat(value("𠮷".repeat(100))).hasSize(200);
        assertThat(refused("𠮷".repeat(101))).isEqualTo("INVALID_LENGTH");
    }

    @Test
    @Timeout(5)
    void hugeInputIsRefusedAtOnce() {
        assertThat(refused("青" + " ".repeat(1_000_000) + "x")).isEqualTo("INVALID_LENGTH");
        assertThat(refused("e" + "\u0323\u0301".repeat(500_000))).isEqualTo("INVALID_LENGTH");
        assertThat(refused("e" + "\u0323\u0301".repeat(499))).isEqualTo("INVALID_LENGTH");
        assertThat(value("青" + " ".repeat(900) + "禾")).isEqualTo("青禾");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u3000", "\u200B"})
    void nameIsRequired(@Nullable String input) {
        assertThat(refused(input)).isEqualTo("REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"青禾商店, ***店", "青禾𠮷, **𠮷", "𠮷家, *家", "青禾（杭州）, *****）"})
    void maskKeepsTheLastCharacter(String input, String masked) {
        assertThat(EnterpriseName.parse(input).masked()).isEqualTo(masked);
    }

    @Test
    void toStringTellsNothing() {
        assertThat(EnterpriseName.parse("青禾商店")).hasToString("EnterpriseName[sealed]");
    }
}
