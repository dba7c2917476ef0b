package io.realname.diagram.rule;

import io.realname.diagram.catalogue.KnownMessage;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.flow.Course;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/** Steps that rely on others stand behind them, and steps that tell a deadline find it. */
final class OrderIsKept implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return StreamSupport.stream(checked.courses().all().spliterator(), false)
                .flatMap(course -> course.diagram()
                        .nodes()
                        .flatMap(node -> Stream.concat(
                                lost(course.diagram(), node, checked),
                                checked.names().step(node).stream()
                                        .flatMap(step -> step.needs().stream())
                                        .flatMap(need -> check(course, node, need, checked).stream()))));
    }

    /** What a client sends is there for the next step only. */
    private static Stream<Finding> lost(Diagram diagram, FlowNode node, Checked checked) {
        String input = checked.names().message(node).map(KnownMessage::input).orElse(null);
        if (input == null) {
            return Stream.empty();
        }
        String takers = checked.catalogue().steps().stream()
                .filter(step -> step.takes().contains(input))
                .map(step -> "\"" + step.label() + "\"")
                .collect(Collectors.joining(" or "));
        return diagram.outgoing(node).stream()
                .flatMap(flow -> diagram.target(flow).stream())
                .filter(next -> checked.names()
                        .step(next)
                        .filter(step -> step.takes().contains(input))
                        .isEmpty())
                .map(next -> diagram.fault(
                        node,
                        "what the client sends with the message is lost, because the next step does not take it.",
                        "Draw " + takers + " directly behind it."));
    }

    private static Optional<Finding> check(Course course, FlowNode node, Need need, Checked checked) {
        Diagram diagram = course.diagram();
        if (need instanceof Need.Certain certain && !course.isMet(certain, node)) {
            return Optional.of(diagram.fault(
                    node,
                    "on a way to this step it is not certain that " + what(certain) + ", so " + certain.otherwise()
                            + ".",
                    certain.how()));
        }
        if (need instanceof Need.DirectlyBehind behind && !isDirectlyBehind(diagram, node, behind, checked)) {
            String before = "\""
                    + checked.catalogue()
                            .step(behind.delegate())
                            .map(Step::label)
                            .orElse("") + "\"";
            return Optional.of(diagram.fault(
                    node,
                    "it must come directly behind " + before + ", on every way, otherwise " + behind.otherwise() + ".",
                    "Draw " + before + " directly before it"
                            + (behind.gatewaysBetween() ? ", with only gateways between the two." : ".")));
        }
        if (need instanceof Need.Deadline deadline && !hasDeadline(diagram, deadline.id())) {
            return Optional.of(diagram.fault(
                    node,
                    "it tells the duration of the clock " + deadline.id() + ", which is not in this diagram, so "
                            + deadline.otherwise() + ".",
                    "Draw a clock with the id " + deadline.id() + " and a duration."));
        }
        return Optional.empty();
    }

    private static String what(Need.Certain certain) {
        return certain.anyOf().stream()
                .map(truth -> switch (truth.value()) {
                    case "true" -> truth.fact() + " is true";
                    default -> truth.fact() + " is " + truth.value();
                })
                .sorted()
                .reduce((left, right) -> left + " or " + right)
                .orElse("");
    }

    private static boolean isDirectlyBehind(
            Diagram diagram, FlowNode node, Need.DirectlyBehind behind, Checked checked) {
        return !diagram.incoming(node).isEmpty() && comesFrom(diagram, node, behind, checked, new HashSet<>());
    }

    private static boolean comesFrom(
            Diagram diagram, FlowNode node, Need.DirectlyBehind behind, Checked checked, Set<FlowNode> seen) {
        return seen.add(node)
                && diagram.incoming(node).stream()
                        .flatMap(flow -> diagram.source(flow).stream())
                        .allMatch(source -> {
                            boolean wanted = checked.names()
                                    .step(source)
                                    .filter(step -> step.delegate().equals(behind.delegate()))
                                    .isPresent();
                            return wanted
                                    || behind.gatewaysBetween()
                                            && source instanceof Gateway
                                            && comesFrom(diagram, source, behind, checked, seen);
                        });
    }

    private static boolean hasDeadline(Diagram diagram, String id) {
        return diagram.nodes()
                .filter(node -> node instanceof CatchEvent && id.equals(node.getId()))
                .flatMap(node -> node.getChildElementsByType(TimerEventDefinition.class).stream())
                .anyMatch(timer -> timer.getTimeDuration() != null);
    }
}
