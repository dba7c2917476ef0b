package io.realname.appeal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code appeal-limits}, rule by rule, on both sides of each limit. */
class AppealLimitsTest {

    private static final DecisionTable TABLE = new DecisionTable("appeal-limits");

    /** The appeal itself is counted. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, ALLOWED",
        "10, 3, ALLOWED",
        "11, 1, DAILY_LIMIT",
        "12, 1, DAILY_LIMIT",
        "1, 4, MONTHLY_LIMIT",
        "1, 5, MONTHLY_LIMIT",
        "11, 4, DAILY_LIMIT",
    })
    void limitIsWhereTheTableSays(int applicationsOfAccountToday, int appealsOfIdentityThisMonth, String answer) {
        assertThat(TABLE.answer(Map.of(
                        "applicationsOfAccountToday",
                        applicationsOfAccountToday,
                        "appealsOfIdentityThisMonth",
                        appealsOfIdentityThisMonth)))
                .isEqualTo(answer);
    }

    /** The diagram takes no answer for a no. */
    @Test
    void countThatIsMissingHasNoAnswer() {
        assertThat(TABLE.answer(Map.of("applicationsOfAccountToday", 1))).isNull();
        assertThat(TABLE.answer(Map.of("appealsOfIdentityThisMonth", 1))).isNull();
        assertThat(TABLE.answer(Map.of())).isNull();
    }
}
