package io.realname.enterprise.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.process.DecisionTable;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table {@code enterprise-routing}, rule by rule, on both sides of its limit, and what wins where two rules fit. */
class EnterpriseRoutingTest {

    private static final DecisionTable TABLE = new DecisionTable("enterprise-routing");

    @ParameterizedTest
    @CsvSource({
        // Otherwise, and just below the limit
        "COMPANY, CONSISTENT, 0, false, enterprise-review, 50, P2D, none",
        "INDIVIDUAL_BUSINESS, CONSISTENT, 1, false, enterprise-review, 50, P2D, none",
        // The register has not confirmed it: the reviewer looks it up
        "COMPANY, NOT_ASKED, 0, false, enterprise-review, 50, P2D, senior-review",
        "INDIVIDUAL_BUSINESS, NOT_ASKED, 1, false, enterprise-review, 50, P2D, senior-review",
        "COMPANY, ANSWER_LOST, 1, false, enterprise-review, 50, P2D, senior-review",
        "INDIVIDUAL_BUSINESS, ANSWER_LOST, 0, false, enterprise-review, 50, P2D, senior-review",
        // Not as the register has it
        "COMPANY, INCONSISTENT, 0, false, enterprise-review, 50, P2D, senior-review",
        "INDIVIDUAL_BUSINESS, INCONSISTENT, 1, false, enterprise-review, 50, P2D, senior-review",
        // The passport's number of who acts for it under two countries
        "COMPANY, CONSISTENT, 0, true, enterprise-review, 50, P2D, senior-review",
        "COMPANY, NOT_ASKED, 1, true, enterprise-review, 50, P2D, senior-review",
        "INDIVIDUAL_BUSINESS, INCONSISTENT, 0, true, enterprise-review, 50, P2D, senior-review",
        "COMPANY, CONSISTENT, 2, true, senior-review, 60, P2D, enterprise-review",
        // Again and again: before everything else
        "COMPANY, CONSISTENT, 2, false, senior-review, 60, P2D, enterprise-review",
        "INDIVIDUAL_BUSINESS, CONSISTENT, 3, false, senior-review, 60, P2D, enterprise-review",
        "COMPANY, NOT_ASKED, 2, false, senior-review, 60, P2D, enterprise-review",
        "COMPANY, ANSWER_LOST, 2, false, senior-review, 60, P2D, enterprise-review",
        "COMPANY, INCONSISTENT, 2, false, senior-review, 60, P2D, enterprise-review",
    })
    void firstRuleThatFitsAnswers(
            String type,
            String licence,
            int formerRejections,
            boolean twoCountries,
            String group,
            int priority,
            String due,
            String second) {
        assertThat(TABLE.answers(facts(type, licence, formerRejections, twoCountries)))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "reviewGroup", group,
                        "reviewPriority", priority,
                        "reviewDue", due,
                        "secondReviewGroup", second,
                        "sampleShare", 0));
    }

    /** An enterprise about which something is not known is not for one person to decide. */
    @ParameterizedTest
    @ValueSource(strings = {"enterpriseType", "licenceResult", "formerRejections", "passportUnderTwoCountries"})
    void factThatIsMissingHasNoAnswer(String missing) {
        Map<String, Object> facts = facts("COMPANY", "CONSISTENT", 0, false);
        assertThat(TABLE.answers(facts)).containsEntry("secondReviewGroup", "none");

        facts.remove(missing);

        assertThat(TABLE.answers(facts)).isEmpty();
    }

    /** The diagram ends before it is asked. */
    @Test
    void licenceThatIsNotInForceIsNotForOnePersonToDecide() {
        assertThat(TABLE.answers(facts("COMPANY", "NOT_IN_FORCE", 0, false))).isEmpty();
    }

    private static Map<String, Object> facts(String type, String licence, int formerRejections, boolean twoCountries) {
        return new HashMap<>(Map.of(
                "enterpriseType", type,
                "licenceResult", licence,
                "formerRejections", formerRejections,
                "passportUnderTwoCountries", twoCountries));
    }
}
