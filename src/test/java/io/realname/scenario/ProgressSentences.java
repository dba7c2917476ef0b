package io.realname.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.application.Action;
import io.realname.application.Outcome;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.MatchResult;

/** Time, messages, and how far an application of any kind has come. */
final class ProgressSentences {

    private final Story story;

    ProgressSentences(Story story, Vocabulary vocabulary) {
        this.story = story;
        vocabulary.sentence("The applicant withdraws\\.", found -> story.run().withdraw());
        vocabulary.sentence(
                "(\\d+) (minutes?|hours?|days?) pass(?:es)?\\.",
                found -> story.pass(time(found.group(1), found.group(2))));
        vocabulary.sentence("A day passes\\.", found -> {
            story.run().dayPasses();
            story.pass(Duration.ofDays(1));
        });
        vocabulary.sentence(
                "(\\d+) SMS (?:was|were) sent\\.",
                found -> assertThat(story.run().messages()).hasSize(Integer.parseInt(found.group(1))));
        vocabulary.sentence("The application waits for ([A-Z_]+)(?: because of ([A-Z_]+))?\\.", this::waitsFor);
        vocabulary.sentence("The outcome is ([A-Z_]+)(?: because of ([A-Z_]+))?\\.", this::outcomeIs);
    }

    private void waitsFor(MatchResult found) {
        Action action = story.run().application().action();
        assertThat(action).as("the applicant has to act").isNotNull();
        assertThat(Objects.requireNonNull(action).type().name()).isEqualTo(found.group(1));
        if (found.group(2) != null) {
            assertThat(String.valueOf(action.reason())).isEqualTo(found.group(2));
        }
    }

    private void outcomeIs(MatchResult found) {
        Outcome outcome = story.run().application().outcome();
        assertThat(outcome).as("the application has ended").isNotNull();
        assertThat(Objects.requireNonNull(outcome).code().name()).isEqualTo(found.group(1));
        if (found.group(2) != null) {
            assertThat(String.valueOf(outcome.reason())).isEqualTo(found.group(2));
        }
    }

    private static Duration time(String number, String unit) {
        long count = Long.parseLong(number);
        return unit.startsWith("minute")
                ? Duration.ofMinutes(count)
                : unit.startsWith("hour") ? Duration.ofHours(count) : Duration.ofDays(count);
    }
}
