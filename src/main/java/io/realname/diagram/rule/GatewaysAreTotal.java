package io.realname.diagram.rule;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** A gateway has a way for every answer, and only gateways have several ways. */
final class GatewaysAreTotal implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> Stream.of(
                                diagram.all(ExclusiveGateway.class).flatMap(gateway -> exclusive(diagram, gateway)),
                                diagram.all(EventBasedGateway.class).flatMap(gateway -> events(diagram, gateway)),
                                diagram.nodes()
                                        .filter(node -> node instanceof Activity || node instanceof Event)
                                        .flatMap(node -> single(diagram, node)))
                        .flatMap(found -> found));
    }

    private static Stream<Finding> exclusive(Diagram diagram, ExclusiveGateway gateway) {
        if (diagram.outgoing(gateway).size() < 2) {
            return diagram.outgoing(gateway).stream()
                    .filter(flow -> flow.getConditionExpression() != null)
                    .map(flow -> diagram.fault(
                            flow,
                            "it has a condition, but there is no other way if the condition does not hold.",
                            "Draw the other way, or remove the condition."));
        }
        Stream.Builder<Finding> found = Stream.builder();
        if (Diagram.isBlank(gateway.getAttributeValue("default"))) {
            found.add(diagram.fault(
                    gateway,
                    "it has no default flow: an application would stop here if no condition holds.",
                    "Click the flow with the safest answer, and make it the default flow."));
        }
        for (SequenceFlow flow : diagram.outgoing(gateway)) {
            boolean isDefault = Diagram.isDefault(gateway, flow);
            if (!isDefault && flow.getConditionExpression() == null) {
                found.add(diagram.fault(
                        flow,
                        "it has no condition, and it is not the default flow.",
                        "Write a condition like ${cardResult == 'MATCH'}."));
            } else if (isDefault && flow.getConditionExpression() != null) {
                found.add(diagram.fault(
                        flow,
                        "it is the default flow, so its condition has no effect.",
                        "Remove the condition, or make another flow the default."));
            }
        }
        return found.build();
    }

    private static Stream<Finding> events(Diagram diagram, EventBasedGateway gateway) {
        return diagram.outgoing(gateway).stream()
                .filter(flow -> diagram.target(flow)
                        .filter(IntermediateCatchEvent.class::isInstance)
                        .isEmpty())
                .map(flow -> diagram.fault(
                        flow,
                        "a gateway that waits for events must lead to a message or a clock.",
                        "Draw a waiting event there."));
    }

    private static Stream<Finding> single(Diagram diagram, FlowNode node) {
        if (diagram.outgoing(node).size() > 1) {
            return Stream.of(diagram.fault(
                    node,
                    "several flows leave it: the application would go all these ways at once.",
                    "Draw a gateway behind it that chooses one."));
        }
        return diagram.outgoing(node).stream()
                .filter(flow -> flow.getConditionExpression() != null)
                .map(flow -> diagram.fault(
                        flow,
                        "it has a condition, but does not come from a gateway: if the condition does not hold, the"
                                + " application would stop there.",
                        "Draw a gateway, or remove the condition."));
    }
}
