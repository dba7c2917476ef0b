package io.realname.enterprise.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.DecisionTable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code amount-limits}, for every number of wrong amounts there may be. */
class AmountLimitsTest {

    private static final DecisionTable TABLE = new DecisionTable("amount-limits");

    @ParameterizedTest
    @CsvSource({
        "0, 5, PT0S",
        "1, 4, PT0S",
        "2, 3, PT0S",
        "3, 2, PT0S",
        "4, 1, PT0S",
        "5, 0, PT24H",
        "6, 0, PT24H",
        "99, 0, PT24H",
    })
    void fifthWrongAmountFreezesTheAccount(int wrongAmountsInRow, int amountTriesLeft, String frozenFor) {
        assertThat(TABLE.answers(Map.of("wrongAmountsInRow", wrongAmountsInRow)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "amountTriesLeft", amountTriesLeft,
                        "frozenFor", frozenFor));
    }

    /** So that no try is left for which nothing would be frozen, nor the other way round, whoever changes a number. */
    @Test
    void accountIsFrozenExactlyWhenNoTryIsLeft() {
        for (int wrong = 0; wrong <= 100; wrong++) {
            Map<String, Object> answers = TABLE.answers(Map.of("wrongAmountsInRow", wrong));
            int left = Integer.parseInt(String.valueOf(answers.get("amountTriesLeft")));
            Duration frozen = Duration.parse(String.valueOf(answers.get("frozenFor")));
            assertThat(left).as("tries left after %d", wrong).isNotNegative();
            assertThat(frozen).as("frozen after %d", wrong).isGreaterThanOrEqualTo(Duration.ZERO);
            assertThat(frozen.isZero()).as("not frozen after %d", wrong).isEqualTo(left > 0);
        }
    }

    @Test
    void countThatIsMissingHasNoAnswer() {
        assertThat(TABLE.answers(Map.of())).isEmpty();
    }
}
