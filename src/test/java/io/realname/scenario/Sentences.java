package io.realname.scenario;

import io.realname.enterprise.process.EnterpriseCases;
import io.realname.process.Cases;
import io.realname.process.ProcessRuns;
import io.realname.process.Reviewers;
import org.springframework.context.ApplicationContext;

/** Plays one scenario, sentence by sentence. One object for each scenario that runs. */
final class Sentences {

    private final Story story;
    private final Vocabulary vocabulary = new Vocabulary();

    private Sentences(ProcessRuns runs, Cases cases, EnterpriseCases enterprises, Reviewers reviewers) {
        this.story = new Story(runs, cases);
        new VerificationSentences(story, vocabulary);
        new ReviewSentences(story, reviewers, vocabulary);
        new AppealSentences(story, vocabulary);
        new EnterpriseSentences(story, enterprises, vocabulary);
        new ProgressSentences(story, vocabulary);
    }

    /** With the cases and reviewers of an app that runs without a job executor. */
    static Sentences in(ApplicationContext app) {
        return new Sentences(
                app.getBean(ProcessRuns.class),
                app.getBean(Cases.class),
                app.getBean(EnterpriseCases.class),
                app.getBean(Reviewers.class));
    }

    /** @throws ScenarioFailure in the analyst's words; the way is drawn */
    void play(Scenario scenario) {
        int number = 0;
        for (String sentence : scenario.sentences()) {
            number++;
            try {
                vocabulary.play(sentence);
                story.goOn();
            } catch (RuntimeException | AssertionError e) {
                throw ScenarioFailure.of(scenario, number, e, story);
            }
        }
        if (scenario.sentences().stream().noneMatch(sentence -> sentence.startsWith("The outcome is "))) {
            throw ScenarioFailure.of(
                    scenario,
                    number,
                    new AssertionError("The scenario states no outcome. Write at its end: The outcome is CODE."),
                    story);
        }
    }

    /** The sentences as an analyst reads them. */
    String words() {
        return vocabulary.words();
    }
}
