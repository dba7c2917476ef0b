package io.realname.diagram.rule;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;

/** Diagrams contain the kinds of elements that the application is built for, and no others. */
final class KindsAreKnown implements Rule {

    /** The kinds, and for events what they may be about; empty for a plain event. */
    private static final Map<String, Set<String>> KNOWN = Map.ofEntries(
            Map.entry("startEvent", Set.of("", "messageEventDefinition", "timerEventDefinition")),
            Map.entry("endEvent", Set.of("", "messageEventDefinition", "errorEventDefinition")),
            Map.entry("intermediateCatchEvent", Set.of("messageEventDefinition", "timerEventDefinition")),
            Map.entry(
                    "boundaryEvent", Set.of("messageEventDefinition", "timerEventDefinition", "errorEventDefinition")),
            Map.entry("serviceTask", Set.of("")),
            Map.entry("businessRuleTask", Set.of("")),
            Map.entry("userTask", Set.of("")),
            Map.entry("callActivity", Set.of("")),
            Map.entry("subProcess", Set.of("")),
            Map.entry("exclusiveGateway", Set.of("")),
            Map.entry("eventBasedGateway", Set.of("")));

    private static final Map<String, String> WHY = Map.of(
            "parallelGateway",
            "an application has one next action at a time. Two ways at once would overwrite it.",
            "inclusiveGateway",
            "an application has one next action at a time. Two ways at once would overwrite it.",
            "task",
            "a task without a kind does nothing.",
            "manualTask",
            "the application does not know when people have done it.",
            "scriptTask",
            "nobody sees the script in the picture.");

    private static final Map<String, String> ADVICE = Map.of(
            "parallelGateway", "Draw the ways one after the other, or use an exclusive gateway.",
            "inclusiveGateway", "Draw the ways one after the other, or use an exclusive gateway.",
            "task", "Choose the template of a step.",
            "manualTask", "Call \"Review by people\".",
            "scriptTask", "Choose the template of a step, or ask a developer for a new one.");

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> Stream.concat(
                        diagram.nodes().flatMap(node -> check(diagram, node).stream()),
                        diagram.nodes()
                                .filter(node -> !node.getChildElementsByType(MultiInstanceLoopCharacteristics.class)
                                        .isEmpty())
                                .map(node -> diagram.fault(
                                        node,
                                        "it runs several times at once. An application has one next action at a time.",
                                        "Remove the marker of the multi-instance."))));
    }

    private static Optional<Finding> check(Diagram diagram, FlowNode node) {
        String kind = node.getElementType().getTypeName();
        Set<String> events = KNOWN.get(kind);
        if (events == null) {
            return Optional.of(diagram.fault(
                    node,
                    "the application cannot run a " + Diagram.kindOf(node) + ": "
                            + WHY.getOrDefault(kind, "it is not built for that kind."),
                    ADVICE.getOrDefault(kind, "Use the elements that the other diagrams use.")));
        }
        Collection<EventDefinition> definitions = node.getChildElementsByType(EventDefinition.class);
        String about = definitions.stream()
                .map(definition -> definition.getElementType().getTypeName())
                .findFirst()
                .orElse("");
        if (!events.contains(about) || definitions.size() > 1) {
            return Optional.of(diagram.fault(
                    node,
                    "the application cannot run this kind of " + Diagram.kindOf(node) + ".",
                    "Use the kinds of events that the other diagrams use: messages, timers and errors."));
        }
        return Optional.empty();
    }
}
