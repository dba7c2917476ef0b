package io.realname.scenario;

import java.util.List;

/** A scenario that did not go as it is written. The message is for the analyst who wrote it. */
final class ScenarioFailure extends AssertionError {

    /**
     * @param sentence its number, from 1
     * @param path the labels of the steps that the application took
     */
    ScenarioFailure(Scenario scenario, int sentence, String reason, List<String> path, Throwable cause) {
        super(
                """
                %s, sentence %d: %s
                %s
                The application went: %s""".formatted(
                                scenario,
                                sentence,
                                scenario.sentences().get(sentence - 1),
                                reason.strip(),
                                path.isEmpty() ? "nowhere yet" : String.join(" → ", path)),
                cause);
    }
}
