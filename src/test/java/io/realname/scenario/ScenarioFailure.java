package io.realname.scenario;

import java.nio.file.Path;
import java.util.List;

/** A scenario that did not go as it is written. The message is for the analyst who wrote it. */
final class ScenarioFailure extends AssertionError {

    private final Path drawn;

    private ScenarioFailure(String message, Path drawn, Throwable cause) {
        super(message + "\nThe way is drawn in " + drawn, cause);
        this.drawn = drawn;
    }

    /** @param sentence its number, from 1 */
    static ScenarioFailure of(Scenario scenario, int sentence, Throwable cause, Story story) {
        List<String> path = story.passed();
        String message = """
                %s, sentence %d: %s
                %s
                The application went: %s""".formatted(
                        scenario,
                        sentence,
                        scenario.sentences().get(sentence - 1),
                        String.valueOf(cause.getMessage()).strip(),
                        path.isEmpty() ? "nowhere yet" : String.join(" → ", path));
        return new ScenarioFailure(message, DrawnPath.write(scenario, message, story.ways()), cause);
    }

    /** The file in which the way is drawn on the diagrams. */
    Path drawn() {
        return drawn;
    }
}
