package io.realname.enterprise.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code enterprise-limits}, rule by rule, on both sides of its limit, and what wins where two rules fit. */
class EnterpriseLimitsTest {

    private static final DecisionTable TABLE = new DecisionTable("enterprise-limits");

    /** The application itself is counted. */
    @ParameterizedTest
    @CsvSource({
        "1, false, ALLOWED",
        "10, false, ALLOWED",
        "11, false, DAILY_LIMIT",
        "12, false, DAILY_LIMIT",
        "1, true, FROZEN",
        "10, true, FROZEN",
        "11, true, FROZEN",
    })
    void limitIsWhereTheTableSays(int applicationsOfAccountToday, boolean accountFrozen, String answer) {
        assertThat(TABLE.answer(Map.of(
                        "applicationsOfAccountToday", applicationsOfAccountToday, "accountFrozen", accountFrozen)))
                .isEqualTo(answer);
    }

    /** The diagram takes no answer for a no. */
    @Test
    void factThatIsMissingHasNoAnswer() {
        assertThat(TABLE.answer(Map.of("applicationsOfAccountToday", 1))).isNull();
        assertThat(TABLE.answer(Map.of("accountFrozen", false))).isNull();
        assertThat(TABLE.answer(Map.of())).isNull();
    }
}
