package io.realname.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.application.Action;
import io.realname.application.ActionType;
import io.realname.application.Application;
import io.realname.application.Outcome;
import io.realname.application.OutcomeCode;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Time, messages, and how far an application of any kind has come. */
final class ProgressSentences {

    private final Story story;

    ProgressSentences(Story story, Vocabulary vocabulary) {
        this.story = story;
        vocabulary.sentence("The applicant withdraws\\.", found -> story.run().withdraw());
        vocabulary.sentence(
                "(\\d+) (minutes?|hours?|days?) pass(?:es)?\\.",
                found -> story.pass(time(found.group(1), found.group(2))));
        vocabulary.sentence(
                "Nothing happens within (\\d+) (minutes?|hours?|days?)\\.",
                found -> story.nothingHappens(time(found.group(1), found.group(2))));
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
        mustBe(ActionType.class, found.group(1), "Applicants have no such action.");
        Action action = story.run().application().action();
        String expected = together(found.group(1), found.group(2));
        String waits = action == null ? "" : together(action.type(), found.group(2) == null ? null : action.reason());
        if (!waits.equals(expected)) {
            throw new AssertionError("The application does not wait for that. " + stands());
        }
    }

    private void outcomeIs(MatchResult found) {
        mustBe(OutcomeCode.class, found.group(1), "There is no such outcome.");
        Outcome outcome = story.run().application().outcome();
        if (outcome == null) {
            throw new AssertionError("The application has not ended. " + stands());
        }
        String expected = together(found.group(1), found.group(2));
        String ended = together(outcome.code(), found.group(2) == null ? null : outcome.reason());
        if (!ended.equals(expected)) {
            throw new AssertionError("The application has ended, but the outcome is "
                    + together(outcome.code(), outcome.reason()) + ".");
        }
    }

    private String stands() {
        Application now = story.run().application();
        Action action = now.action();
        Outcome outcome = now.outcome();
        if (outcome != null) {
            return "It has ended: " + outcome.code() + ".";
        }
        return action == null
                ? "It goes on without the applicant: it waits for the bank, for reviewers, or for a time."
                : "It waits for " + together(action.type(), action.reason()) + ".";
    }

    private static String together(Object code, @Nullable Object reason) {
        return reason == null ? code.toString() : code + " because of " + reason;
    }

    private static <E extends Enum<E>> void mustBe(Class<E> known, String code, String otherwise) {
        if (Arrays.stream(known.getEnumConstants()).noneMatch(one -> one.name().equals(code))) {
            throw new AssertionError(otherwise + " They are " + Arrays.toString(known.getEnumConstants()) + ".");
        }
    }

    private static Duration time(String number, String unit) {
        long count = Long.parseLong(number);
        return unit.startsWith("minute")
                ? Duration.ofMinutes(count)
                : unit.startsWith("hour") ? Duration.ofHours(count) : Duration.ofDays(count);
    }
}
