package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.jspecify.annotations.Nullable;

/** Steps that call somebody outside are jobs of their own, and every job says how often it is tried again. */
final class JobsAreDrawn implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.nodes()
                        .flatMap(node -> Stream.concat(
                                checked.names().step(node).stream().flatMap(step -> jobs(diagram, node, step)),
                                retries(diagram, node))));
    }

    private static Stream<Finding> jobs(Diagram diagram, FlowNode node, Step step) {
        return step.needs().stream().flatMap(need -> {
            if (need instanceof Need.AsynchronousBefore && !Diagram.isSet(node, "asyncBefore")) {
                return Stream.of(diagram.fault(
                        node,
                        "this step must be asynchronous before, otherwise " + need.otherwise() + ".",
                        "Open it, Asynchronous continuations, tick Before."));
            }
            return Stream.empty();
        });
    }

    private static Stream<Finding> retries(Diagram diagram, FlowNode node) {
        if (!Diagram.isSet(node, "asyncBefore") && !Diagram.isSet(node, "asyncAfter")) {
            return Stream.empty();
        }
        Stream.Builder<Finding> found = Stream.builder();
        List<CamundaFailedJobRetryTimeCycle> cycles = Diagram.extensions(node, CamundaFailedJobRetryTimeCycle.class);
        String cycle = cycles.isEmpty() ? null : cycles.get(0).getTextContent();
        if (Diagram.isBlank(cycle)) {
            found.add(diagram.fault(
                    node,
                    "it has no retry time cycle: the engine would try again at once, and then give up.",
                    "Open it, Job execution, and write one, for example PT10S,PT1M,PT5M,PT15M."));
        } else {
            wrong(cycle)
                    .map(part -> diagram.fault(
                            node,
                            "in the retry time cycle, " + part + " is not of days, hours, minutes and seconds.",
                            "Write durations with commas between them, for example PT10S,PT1M,PT5M,PT15M."))
                    .forEach(found::add);
        }
        if ("false".equals(node.getAttributeValueNs(Diagram.CAMUNDA, "exclusive"))) {
            found.add(diagram.fault(
                    node,
                    "it is not exclusive: two jobs of one application would run at once.",
                    "Open it, Asynchronous continuations, tick Exclusive."));
        }
        return found.build();
    }

    /** The parts that the engine would not understand; also {@code R3/PT10S}, which means the same wait three times. */
    private static Stream<String> wrong(@Nullable String cycle) {
        return Arrays.stream(String.valueOf(cycle).split(",", -1))
                .map(String::strip)
                .filter(part -> !Durations.isDuration(part)
                        && !(part.matches("R[1-9]\\d{0,3}/.*") && Durations.isDuration(part.split("/", 2)[1])));
    }
}
