package io.realname.diagram.rule;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Clocks state durations that the engine understands, and their names say the same. */
final class TimersAreDurations implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.nodes()
                        .flatMap(node -> node.getChildElementsByType(TimerEventDefinition.class).stream()
                                .flatMap(timer -> check(diagram, node, timer).stream())));
    }

    private static Optional<Finding> check(Diagram diagram, FlowNode node, TimerEventDefinition timer) {
        String duration = text(timer.getTimeDuration());
        String cycle = text(timer.getTimeCycle());
        if (duration != null && !Durations.isDuration(duration)) {
            return Optional.of(diagram.fault(
                    node,
                    "the duration " + duration + " is not of days, hours, minutes and seconds.",
                    "Write it like P1D (a day), PT12H (12 hours) or P1DT30M (a day and 30 minutes)."));
        }
        if (cycle != null && !(cycle.matches("R\\d{0,4}/.*") && Durations.isDuration(cycle.split("/", 2)[1]))) {
            return Optional.of(diagram.fault(
                    node,
                    "the cycle " + cycle + " is not R/ and days, hours, minutes and seconds.",
                    "Write it like R/P1D (every day)."));
        }
        if (duration == null && cycle == null) {
            return Optional.of(diagram.fault(
                    node, "the clock states neither a duration nor a cycle.", "Write a duration, like PT30M."));
        }
        return misnamed(diagram, node, duration == null ? String.valueOf(cycle).split("/", 2)[1] : duration);
    }

    private static Optional<Finding> misnamed(Diagram diagram, FlowNode node, String drawn) {
        return Optional.ofNullable(node.getName())
                .flatMap(Durations::inWords)
                .filter(named -> !named.equals(Duration.parse(drawn)))
                .map(named -> diagram.hint(
                        node,
                        "its name says another time than the clock, which states " + drawn + ".",
                        "Change the name below the clock too."));
    }

    private static @Nullable String text(@Nullable ModelElementInstance expression) {
        return expression == null ? null : expression.getTextContent().strip();
    }
}
