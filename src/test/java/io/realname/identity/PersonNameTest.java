package io.realname.identity;

import static io.realname.validation.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonNameTest {

    private static final String CANONICAL = "阿凡提\u00B7买买提";

    private static String value(String input) {
        return PersonName.parse(input).value();
    }

    private static String refused(@Nullable String input) {
        return refusal(() -> PersonName.parse(input));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阿凡提\u00B7买买提",
                "阿凡提\u2022买买提",
                "阿凡提\u30FB买买提",
                "阿凡提\uFF65买买提",
                "阿凡提\uFF0E买买提",
                "阿凡提\u2027买买提",
                "阿凡提\u22C5买买提",
                "阿凡提\u2219买买提",
                "阿凡提\u16EB买买提",
                "阿凡提\u0387买买提",
                "阿凡提.买买提",
                "阿凡提. 买买提",
                " 阿凡提 \u00B7 买买提\u3000"
            })
    void theMiddleDotIsWrittenWithManyCodePoints(String input) {
        assertThat(value(input)).isEqualTo(CANONICAL);
        assertThat(PersonName.parse(input)).isEqualTo(PersonName.parse(CANONICAL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"·张三", "张三·", "张··三", "张·•三", "张· ·三", " ·张三", "·", "··", "张三.·李"})
    void theDotIsNeverFirstLastOrDoubled(String input) {
        assertThat(refused(input)).isIn("INVALID_SEPARATOR", "INVALID_LENGTH", "INVALID_CHARACTER");
    }

    @Test
    void fullStopBetweenHanOfAnyPlaneIsTheDot() {
        assertThat(value("𠀁.𲎮垵.一")).isEqualTo("𠀁·𲎮垵·一");
    }

    @Test
    void dotAtTheEdgeOrDoubledHasItsCode() {
        assertThat(refused("·张")).isEqualTo("INVALID_SEPARATOR");
        assertThat(refused("张··三")).isEqualTo("INVALID_SEPARATOR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "𠮷田", // plane 2
                "李𬱖", // extension E
                "王\uD883\uDD50", // U+30D50, plane 3
                "王\uD884\uDF50", // U+31350, added in Unicode 15: newer than the JDK
                "郭〇", // U+3007
                "张\u9FFF", // added in Unicode 14
                "㑇㐀"
            })
    void charactersOfAllPlanesAreLegal(String input) {
        assertThat(value(input)).isEqualTo(input);
    }

    @Test
    void lengthIsCountedInCodePoints() {
        assertThat(refused("𠮷")).isEqualTo("INVALID_LENGTH");
        assertThat(refused("林")).isEqualTo("INVALID_LENGTH");
        assertThat(refused("e\u0323\u0301")).isEqualTo("INVALID_LENGTH"); // one letter, which a mask would show whole
        assertThat(value("𠮷".repeat(50))).hasSize(100);
        assertThat(refused("𠮷".repeat(51))).isEqualTo("INVALID_LENGTH");
    }

    @Test
    @Timeout(5)
    void hugeInputIsRefusedAtOnce() {
        assertThat(refused("张" + " ".repeat(1_000_000) + "x")).isEqualTo("INVALID_LENGTH");
        assertThat(refused("e" + "\u0323\u0301".repeat(500_000))).isEqualTo("INVALID_LENGTH");
        assertThat(value("张" + " ".repeat(900) + "三")).isEqualTo("张三");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\u3000", "\u200B"})
    void nameIsRequired(@Nullable String input) {
        assertThat(refused(input)).isEqualTo("REQUIRED");
    }

    @ParameterizedTest
    @CsvSource({"林 斌, 林斌", "'林\u3000斌', 林斌", "林\u200B斌, 林斌", "林斌\uDB40\uDD00, 林斌", "\u2F24明, 大明", "\uFA1E明, 羽明"})
    void hanNamesHaveNoSpacesAndNoTwins(String input, String expected) {
        assertThat(value(input)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "John Smith, John Smith",
        "'  John   Smith ', John Smith",
        "'Ｊｏｈｎ　Ｓｍｉｔｈ', John Smith",
        "Jose\u0301 Ångström, José Ångström",
        "Jean\u2010Luc, Jean-Luc",
        "'Anne-Marie O’Neil', 'Anne-Marie O''Neil'",
        "'D'' Souza', 'D'' Souza'",
        "'ʻAkau', '''Akau'",
        "Nguyễn Thị Hồng, Nguyễn Thị Hồng",
        "李 John, 李John"
    })
    void foreignNamesKeepLettersSpacesHyphensAndApostrophes(String input, String expected) {
        assertThat(value(input)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-John", "John-", "Jo--hn", "张-三", "张'三", "O''Neil", "Jo -hn", "--", "''", "' '", "John·-Li"})
    void separatorsStandBetweenLatinLetters(String input) {
        assertThat(refused(input)).isEqualTo("INVALID_SEPARATOR");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "张3",
                "张三1",
                "John A. Smith",
                "张三!",
                "张三<b>",
                "Иван",
                "佐藤さん",
                "김철수",
                "林😀",
                "张\u0301三",
                "\u0301John",
                "林\uD842",
                "林\uE863",
                "a\tb\u0000",
                "ªº",
                "张三。"
            })
    void otherCharactersAreRefused(String input) {
        assertThat(refused(input)).isEqualTo("INVALID_CHARACTER");
    }

    @ParameterizedTest
    @CsvSource({
        "林斌, *斌",
        "李小明, **明",
        "阿凡提·买买提, ******提",
        "'John Smith', *********h",
        "田𠮷, *𠮷",
        "𠮷田, *田",
        "Ade\u0323\u0301, **ẹ\u0301"
    })
    void maskKeepsTheLastCharacter(String input, String masked) {
        assertThat(PersonName.parse(input).masked()).isEqualTo(masked);
    }

    @Test
    void toStringTellsNothing() {
        assertThat(PersonName.parse("林斌")).hasToString("PersonName[sealed]");
    }
}
