package io.realname.appeal.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.DecisionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table {@code appeal-routing}, rule by rule, on both sides of each limit, and what wins where two rules fit. */
class AppealRoutingTest {

    private static final DecisionTable TABLE = new DecisionTable("appeal-routing");

    @ParameterizedTest
    @CsvSource({
        // Otherwise, and just below each limit
        "NEVER_VERIFIED, JD_MALL, 0, 0, false, false, appeal-review, 50, P2D, none",
        "NEVER_VERIFIED, JD_CLOUD, 364, 1, false, false, appeal-review, 50, P2D, none",
        // Two people
        "NOT_MY_OPERATION, JD_MALL, 0, 0, false, false, appeal-review, 50, P2D, appeal-review",
        "NOT_MY_OPERATION, JD_MALL, 364, 1, false, false, appeal-review, 50, P2D, appeal-review",
        // Long bound
        "NEVER_VERIFIED, JD_MALL, 365, 0, false, false, appeal-review, 50, P2D, senior-review",
        "NOT_MY_OPERATION, JD_MALL, 366, 0, false, false, appeal-review, 50, P2D, senior-review",
        // Money
        "NEVER_VERIFIED, JD_FINANCE, 0, 0, false, false, appeal-review, 60, P1D, senior-review",
        "NOT_MY_OPERATION, JD_FINANCE, 365, 1, false, false, appeal-review, 60, P1D, senior-review",
        // The passport's number under two countries
        "NEVER_VERIFIED, JD_MALL, 0, 0, false, true, appeal-review, 50, P2D, senior-review",
        "NOT_MY_OPERATION, JD_MALL, 0, 1, false, true, appeal-review, 50, P2D, senior-review",
        "NEVER_VERIFIED, JD_FINANCE, 0, 0, false, true, appeal-review, 60, P1D, senior-review",
        "NEVER_VERIFIED, JD_MALL, 0, 2, false, true, senior-review, 60, P2D, appeal-review",
        // Again and again
        "NEVER_VERIFIED, JD_MALL, 0, 2, false, false, senior-review, 60, P2D, appeal-review",
        "NOT_MY_OPERATION, JD_FINANCE, 365, 3, false, false, senior-review, 60, P2D, appeal-review",
        // The holder objects: before everything else
        "NEVER_VERIFIED, JD_MALL, 0, 0, true, false, senior-review, 70, P1D, appeal-review",
        "NOT_MY_OPERATION, JD_FINANCE, 365, 2, true, false, senior-review, 70, P1D, appeal-review",
    })
    void firstRuleThatFitsAnswers(
            String reason,
            String site,
            int bindingDays,
            int formerAppeals,
            boolean objected,
            boolean twoCountries,
            String group,
            int priority,
            String due,
            String second) {
        assertThat(route(reason, site, bindingDays, formerAppeals, objected, twoCountries))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "reviewGroup", group,
                        "reviewPriority", priority,
                        "reviewDue", due,
                        "secondReviewGroup", second,
                        "sampleShare", 0));
    }

    /** Whatever else is true of it. */
    @Test
    void nobodyDecidesAloneThatItWasNotTheirOperationOrWhosePassportItIs() {
        List<Object> seconds = new ArrayList<>();
        for (String site : List.of("JD_MALL", "JD_FINANCE", "JD_CLOUD", "ANOTHER")) {
            for (int days : List.of(0, 364, 365, 9999)) {
                for (int former : List.of(0, 1, 2, 9)) {
                    for (boolean objected : List.of(false, true)) {
                        seconds.add(route("NOT_MY_OPERATION", site, days, former, objected, false)
                                .get("secondReviewGroup"));
                        seconds.add(route("NEVER_VERIFIED", site, days, former, objected, true)
                                .get("secondReviewGroup"));
                    }
                }
            }
        }
        assertThat(seconds).hasSize(4 * 4 * 4 * 2 * 2).doesNotContain("none").doesNotContainNull();
    }

    /** An appeal about which something is not known is not for one person to decide. */
    @ParameterizedTest
    @ValueSource(strings = {"appealReason", "bindingDays", "formerAppeals", "objected", "passportUnderTwoCountries"})
    void factThatIsMissingHasNoAnswer(String missing) {
        Map<String, Object> facts = facts("NEVER_VERIFIED", "JD_MALL", 0, 0, false, false);
        assertThat(TABLE.answers(facts)).containsEntry("secondReviewGroup", "none");

        facts.remove(missing);

        assertThat(TABLE.answers(facts)).isEmpty();
    }

    private static Map<String, Object> route(
            String reason, String site, int bindingDays, int formerAppeals, boolean objected, boolean twoCountries) {
        return TABLE.answers(facts(reason, site, bindingDays, formerAppeals, objected, twoCountries));
    }

    private static Map<String, Object> facts(
            String reason, String site, int bindingDays, int formerAppeals, boolean objected, boolean twoCountries) {
        return new HashMap<>(Map.of(
                "appealReason", reason,
                "site", site,
                "bindingDays", bindingDays,
                "formerAppeals", formerAppeals,
                "objected", objected,
                "passportUnderTwoCountries", twoCountries));
    }
}
