package io.realname.diagram.rule;

import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every process can be started or is called, has an id of its own, and is stored long enough. */
final class ProcessesAreKnown implements Rule {

    private static final Pattern KEY = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** Days. What the application needs for complaints and appeals; the law may ask for more. */
    private static final int SHORTEST_TIME_TO_LIVE = 180;

    private static final Pattern DAYS = Pattern.compile("P?(\\d{1,9})D?");

    @Override
    public Stream<Finding> check(Checked checked) {
        Set<String> seen = new HashSet<>();
        List<String> known =
                checked.catalogue().processes().stream().map(KnownProcess::key).toList();
        Stream<Finding> missing = checked.models().whole()
                ? known.stream()
                        .filter(key -> checked.models().diagram(key).isEmpty())
                        .map(key -> Finding.of(
                                "bpmn",
                                "no file contains the process " + key + ", which the application uses.",
                                "If its id was changed, change it back."))
                : Stream.empty();
        return Stream.concat(
                checked.models().diagrams().stream()
                        .flatMap(diagram -> check(diagram, known, checked, seen.add(diagram.key()))),
                missing);
    }

    private static Stream<Finding> check(Diagram diagram, List<String> known, Checked checked, boolean first) {
        Stream.Builder<Finding> found = Stream.builder();
        if (!first) {
            found.add(diagram.fault(
                    "another file contains a process with the same id, " + diagram.key()
                            + ": the engine would keep one of the two.",
                    "Give this one another id."));
        } else if (!KEY.matcher(diagram.key()).matches()) {
            found.add(diagram.fault(
                    "the id " + diagram.key() + " is not made of words in small letters with hyphens.",
                    "Write an id like review-documents."));
        } else if (!known.contains(diagram.key()) && !checked.models().called().contains(diagram.key())) {
            found.add(diagram.fault(
                    "nobody starts the process " + diagram.key() + ": no client may, and no diagram here calls it."
                            + Nearest.suggestion(diagram.key(), known),
                    "If its id was changed, change it back. Clients start only processes that a developer has"
                            + " prepared."));
        }
        if (!diagram.process().isExecutable()) {
            found.add(diagram.fault("it is not executable: the engine would ignore it.", "Tick Executable."));
        }
        String timeToLive = diagram.process().getCamundaHistoryTimeToLiveString();
        if (Diagram.isBlank(timeToLive)) {
            found.add(diagram.fault("it has no time to live.", "Write one, for example P180D."));
        } else if (days(timeToLive) < SHORTEST_TIME_TO_LIVE) {
            found.add(diagram.fault(
                    "the time to live is " + timeToLive + ". It must be a number of days, and not fewer than "
                            + SHORTEST_TIME_TO_LIVE + ": people may still complain and appeal.",
                    "Write P" + SHORTEST_TIME_TO_LIVE + "D or more."));
        }
        return found.build();
    }

    private static long days(String timeToLive) {
        var matcher = DAYS.matcher(timeToLive.strip());
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }
}
