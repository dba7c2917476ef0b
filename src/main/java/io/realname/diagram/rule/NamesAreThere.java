package io.realname.diagram.rule;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** What a reader of the picture must understand has a name. Gateways that only join ways, and plain flows, need none. */
final class NamesAreThere implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.elements()
                        .filter(element -> needsName(diagram, element) && Diagram.isBlank(element.getName()))
                        .map(element -> diagram.fault(element, "it has no name.", advice(element))));
    }

    private static boolean needsName(Diagram diagram, FlowElement element) {
        if (element instanceof Gateway gateway) {
            return diagram.outgoing(gateway).size() > 1;
        }
        if (element instanceof SequenceFlow flow) {
            boolean answer = diagram.source(flow)
                    .filter(source -> source instanceof ExclusiveGateway
                            && diagram.outgoing(source).size() > 1)
                    .isPresent();
            return answer || flow.getConditionExpression() != null;
        }
        return element instanceof FlowNode;
    }

    private static String advice(FlowElement element) {
        if (element instanceof SequenceFlow) {
            return "Write the answer that it stands for, like \"yes\".";
        }
        return element instanceof Gateway
                ? "Write the question that it asks, like \"Identity bound?\"."
                : "Write what happens there.";
    }
}
