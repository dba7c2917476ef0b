package io.realname.newuser.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.DecisionTable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table {@code attempt-limits}, rule by rule, on both sides of each limit. */
class AttemptLimitsTest {

    private static final DecisionTable TABLE = new DecisionTable("attempt-limits");

    @ParameterizedTest
    @CsvSource({
        "wrongCardsOfApplication, 2, ALLOWED",
        "wrongCardsOfApplication, 3, APPLICATION_LIMIT",
        "wrongCardsOfApplication, 4, APPLICATION_LIMIT",
        "checksOfApplication, 5, ALLOWED",
        "checksOfApplication, 6, APPLICATION_LIMIT",
        "checksOfApplication, 7, APPLICATION_LIMIT",
        "applicationsOfAccountToday, 10, ALLOWED",
        "applicationsOfAccountToday, 11, DAILY_LIMIT",
        "applicationsOfAccountToday, 12, DAILY_LIMIT",
        "wrongCardsOfAccountToday, 4, ALLOWED",
        "wrongCardsOfAccountToday, 5, DAILY_LIMIT",
        "wrongCardsOfAccountToday, 6, DAILY_LIMIT",
        "wrongCardsOfIdentityToday, 4, ALLOWED",
        "wrongCardsOfIdentityToday, 5, DAILY_LIMIT",
        "wrongCardsOfIdentityToday, 6, DAILY_LIMIT",
        "wrongCardsOfCardToday, 4, ALLOWED",
        "wrongCardsOfCardToday, 5, DAILY_LIMIT",
        "wrongCardsOfCardToday, 6, DAILY_LIMIT",
        "checksOfCardToday, 2, ALLOWED",
        "checksOfCardToday, 3, DAILY_LIMIT",
        "checksOfCardToday, 4, DAILY_LIMIT",
    })
    void limitIsWhereTheTableSays(String count, int value, String answer) {
        assertThat(TABLE.answer(with(count, value))).isEqualTo(answer);
    }

    @Test
    void nothingCountedYetIsAllowed() {
        assertThat(TABLE.answer(counts())).isEqualTo("ALLOWED");
    }

    @Test
    void everythingJustBelowItsLimitIsAllowed() {
        Map<String, Integer> counts = Map.of(
                "applicationsOfAccountToday", 10,
                "wrongCardsOfApplication", 2,
                "checksOfApplication", 5,
                "wrongCardsOfAccountToday", 4,
                "wrongCardsOfIdentityToday", 4,
                "wrongCardsOfCardToday", 4,
                "checksOfCardToday", 2);
        assertThat(TABLE.answer(counts)).isEqualTo("ALLOWED");
    }

    @ParameterizedTest
    @CsvSource({
        "wrongCardsOfApplication, 3, applicationsOfAccountToday, 11",
        "wrongCardsOfApplication, 3, wrongCardsOfAccountToday, 5",
        "checksOfApplication, 6, wrongCardsOfIdentityToday, 5",
        "checksOfApplication, 6, checksOfCardToday, 3",
    })
    void limitOfTheApplicationIsToldBeforeOneOfTheDay(String own, int ownValue, String ofDay, int ofDayValue) {
        Map<String, Integer> counts = with(own, ownValue);
        counts.put(ofDay, ofDayValue);
        assertThat(TABLE.answer(counts)).isEqualTo("APPLICATION_LIMIT");
    }

    static List<String> names() {
        return List.of(
                "applicationsOfAccountToday",
                "wrongCardsOfApplication",
                "checksOfApplication",
                "wrongCardsOfAccountToday",
                "wrongCardsOfIdentityToday",
                "wrongCardsOfCardToday",
                "checksOfCardToday");
    }

    /** The diagram takes no answer for a no. */
    @ParameterizedTest
    @MethodSource("names")
    void countThatIsMissingHasNoAnswer(String missing) {
        Map<String, Integer> counts = counts();
        counts.remove(missing);
        assertThat(TABLE.answer(counts)).isNull();
    }

    private static Map<String, Integer> with(String count, int value) {
        Map<String, Integer> counts = counts();
        assertThat(counts).containsKey(count);
        counts.put(count, value);
        return counts;
    }

    private static Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        names().forEach(name -> counts.put(name, 0));
        return counts;
    }
}
