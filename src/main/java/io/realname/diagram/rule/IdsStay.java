package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Step;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.RootElement;

/**
 * Ids are words, and those in use stay: running applications, the history and the code know them. Names may change.
 */
final class IdsStay implements Rule {

    private static final Pattern WORDS = Pattern.compile("[A-Z][A-Za-z]+");

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> Stream.of(words(diagram), steps(diagram, checked), renamed(diagram, checked))
                        .flatMap(found -> found));
    }

    private static Stream<Finding> words(Diagram diagram) {
        Stream<Finding> elements = diagram.elements()
                .filter(element -> !WORDS.matcher(element.getId()).matches())
                .map(element -> diagram.fault(
                        element,
                        "the id " + element.getId() + " does not say what it is.",
                        "Write words without spaces, like CheckBankCard."));
        Stream<Finding> beside = diagram.beside(RootElement.class).stream()
                .filter(root -> root instanceof Message || root instanceof Error)
                .filter(root -> !WORDS.matcher(root.getId()).matches())
                .map(root -> diagram.fault(
                        root,
                        "the id " + root.getId() + " does not say what it is.",
                        "Write words without spaces, like MobileBoundMessage."));
        return Stream.concat(elements, beside);
    }

    /** A step has its usual id; where a diagram contains it several times, one of them has. */
    private static Stream<Finding> steps(Diagram diagram, Checked checked) {
        Map<String, FlowNode> byDelegate = new TreeMap<>();
        diagram.nodes()
                .filter(node -> !(node instanceof EndEvent))
                .forEach(node -> checked.names().step(node).map(Step::delegate).ifPresent(delegate -> {
                    Step step = checked.catalogue().step(delegate).orElseThrow();
                    byDelegate.merge(
                            delegate, node, (known, more) -> step.usualId().equals(more.getId()) ? more : known);
                }));
        return byDelegate.entrySet().stream()
                .filter(entry -> !checked.catalogue()
                        .step(entry.getKey())
                        .orElseThrow()
                        .usualId()
                        .equals(entry.getValue().getId()))
                .map(entry -> {
                    String usual = checked.catalogue()
                            .step(entry.getKey())
                            .orElseThrow()
                            .usualId();
                    return diagram.fault(
                            entry.getValue(),
                            "the id is " + entry.getValue().getId() + ", but running applications and the history know"
                                    + " this step as " + usual + ".",
                            "Write the id " + usual + " again. The name may be changed.");
                });
    }

    /** An element that is in use under another id, with the same name and of the same kind. */
    private static Stream<Finding> renamed(Diagram diagram, Checked checked) {
        Optional<Diagram> released = checked.models().released().stream()
                .filter(other -> other.key().equals(diagram.key()))
                .findFirst();
        if (released.isEmpty()) {
            return Stream.empty();
        }
        Map<String, FlowNode> now =
                diagram.nodes().collect(Collectors.toMap(FlowNode::getId, node -> node, (a, b) -> a));
        Map<String, FlowNode> before =
                released.get().nodes().collect(Collectors.toMap(FlowNode::getId, node -> node, (a, b) -> a));
        return before.values().stream()
                .filter(old -> !now.containsKey(old.getId()) && !Diagram.isBlank(old.getName()))
                .flatMap(old -> now.values().stream()
                        .filter(node -> !before.containsKey(node.getId()))
                        .filter(node -> Objects.equals(node.getName(), old.getName())
                                && node.getElementType().equals(old.getElementType()))
                        .filter(node -> checked.names()
                                .step(node)
                                .filter(step -> step.usualId().equals(old.getId()))
                                .isEmpty())
                        .map(node -> diagram.fault(
                                node,
                                "the id was " + old.getId() + " and is now " + node.getId()
                                        + ". Running applications and the history know the old one.",
                                "Write the id " + old.getId() + " again. The name may be changed.")));
    }
}
