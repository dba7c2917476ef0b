package io.realname.newuser.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.bankcard.CardType;
import io.realname.process.DecisionTable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table {@code supported-banks}, rule by rule. */
class SupportedBanksTest {

    private static final DecisionTable TABLE = new DecisionTable("supported-banks");

    private static final List<String> SUPPORTED = List.of(
            "ICBC", "ABC", "BOC", "CCB", "COMM", "PSBC", "CMB", "CITIC", "CEB", "CMBC", "SPDB", "CIB", "GDB", "SPABANK",
            "HXBANK", "BJBANK", "SHBANK");

    static Stream<Arguments> accountCards() {
        return SUPPORTED.stream()
                .flatMap(bank -> Stream.of("DEBIT", "CREDIT", "SEMI_CREDIT").map(type -> Arguments.of(bank, type)));
    }

    @ParameterizedTest
    @MethodSource("accountCards")
    void accountCardOfASupportedBankIsAccepted(String bank, String type) {
        assertThat(acceptance(bank, type)).isEqualTo("ACCEPTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PREPAID", "", "debit"})
    void otherCardOfASupportedBankIsNot(String type) {
        assertThat(acceptance("ICBC", type)).isEqualTo("CARD_TYPE_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @CsvSource({"NJCB", "icbc", "ICBC2", "' ICBC'", "''"})
    void noCardOfAnotherBankIsAccepted(String bank) {
        for (CardType type : CardType.values()) {
            assertThat(acceptance(bank, type.name())).isEqualTo("BANK_NOT_SUPPORTED");
        }
    }

    /** Prepaid or not: whoever has no supported bank hears of the bank. */
    @Test
    void bankIsToldBeforeTheTypeOfCard() {
        assertThat(acceptance("", "PREPAID")).isEqualTo("BANK_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @EnumSource(CardType.class)
    void everyTypeOfCardHasAnAnswer(CardType type) {
        assertThat(acceptance("CMB", type.name())).isIn("ACCEPTED", "CARD_TYPE_NOT_SUPPORTED");
    }

    /** The applicant named the bank of a card that the list does not know. */
    @ParameterizedTest
    @CsvSource({"CEB, ACCEPTED", "NJCB, BANK_NOT_SUPPORTED", "'', BANK_NOT_SUPPORTED"})
    void unlistedCardIsTheBanksToDecide(String bank, String acceptance) {
        assertThat(acceptance(bank, "UNKNOWN")).isEqualTo(acceptance);
    }

    @ParameterizedTest
    @CsvSource({
        "NJCB, SUPPORTED, DEBIT, ACCEPTED",
        "NJCB, SUPPORTED, UNKNOWN, ACCEPTED",
        "NJCB, SUPPORTED, PREPAID, CARD_TYPE_NOT_SUPPORTED",
        "NJCB, NOT_SUPPORTED, DEBIT, BANK_NOT_SUPPORTED",
        "CEB, NOT_SUPPORTED, DEBIT, BANK_NOT_SUPPORTED",
        "CEB, NOT_SUPPORTED, UNKNOWN, BANK_NOT_SUPPORTED",
        "CEB, SUPPORTED, DEBIT, ACCEPTED",
        "NJCB, supported, DEBIT, BANK_NOT_SUPPORTED"
    })
    void operatorSwitchesBanksOnAndOff(String bank, String setting, String type, String acceptance) {
        assertThat(acceptance(bank, setting, type)).isEqualTo(acceptance);
    }

    @Test
    void factThatIsMissingIsNeverAccepted() {
        assertThat(TABLE.answer(Map.of("cardType", "DEBIT", "bankSetting", "NONE")))
                .isNotEqualTo("ACCEPTED");
        assertThat(TABLE.answer(Map.of("bank", "ICBC", "bankSetting", "NONE"))).isNotEqualTo("ACCEPTED");
        assertThat(TABLE.answer(Map.of("bank", "NJCB", "cardType", "DEBIT"))).isNotEqualTo("ACCEPTED");
    }

    private static String acceptance(String bank, String type) {
        return acceptance(bank, "NONE", type);
    }

    private static String acceptance(String bank, String setting, String type) {
        String answer = TABLE.answer(Map.of("bank", bank, "bankSetting", setting, "cardType", type));
        assertThat(answer).as("an answer for %s, %s, %s", bank, setting, type).isNotNull();
        return answer;
    }
}
