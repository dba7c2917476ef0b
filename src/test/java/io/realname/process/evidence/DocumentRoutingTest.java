package io.realname.process.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.DecisionTable;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table {@code document-routing}, rule by rule. */
class DocumentRoutingTest {

    private static final DecisionTable TABLE = new DecisionTable("document-routing");

    @ParameterizedTest
    @CsvSource({"true, appeal-review, 50, P2D, senior-review", "false, appeal-review, 50, P2D, none"})
    void firstRuleThatFitsAnswers(boolean twoCountries, String group, int priority, String due, String second) {
        assertThat(TABLE.answers(Map.of("passportUnderTwoCountries", twoCountries)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "reviewGroup", group,
                        "reviewPriority", priority,
                        "reviewDue", due,
                        "secondReviewGroup", second,
                        "sampleShare", 0));
    }

    /** What is not known is not for one person to decide. */
    @Test
    void factThatIsMissingHasNoAnswer() {
        assertThat(TABLE.answers(Map.of())).isEmpty();
    }
}
