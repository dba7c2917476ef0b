package io.realname.diagram.rule;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** What runs stands in the picture, and nothing covers anything else. */
final class EverythingIsDrawn implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> Stream.concat(missing(diagram), covered(diagram)));
    }

    private static Stream<Finding> missing(Diagram diagram) {
        return diagram.elements()
                .filter(element -> element instanceof FlowNode
                                && picture(diagram, element).isEmpty()
                        || element instanceof SequenceFlow && !diagram.picture().hasLine(element.getId()))
                .map(element -> diagram.fault(
                        element, "it runs, but it does not stand in the picture.", "Draw it, or remove it."));
    }

    private static Stream<Finding> covered(Diagram diagram) {
        List<FlowNode> nodes = diagram.nodes().toList();
        List<Finding> found = new ArrayList<>();
        for (int one = 0; one < nodes.size(); one++) {
            for (int other = one + 1; other < nodes.size(); other++) {
                FlowNode left = nodes.get(one);
                FlowNode right = nodes.get(other);
                if (overlap(diagram, left, right) && !mayOverlap(diagram, left, right)) {
                    found.add(diagram.fault(
                            left,
                            "it covers " + Diagram.label(right) + " in the picture, or is covered by it.",
                            "Move them apart."));
                }
            }
        }
        return found.stream();
    }

    private static boolean overlap(Diagram diagram, FlowNode left, FlowNode right) {
        Optional<Rectangle2D> there = picture(diagram, right);
        return there.isPresent()
                && picture(diagram, left)
                        .filter(here -> here.intersects(there.get()))
                        .isPresent();
    }

    private static Optional<Rectangle2D> picture(Diagram diagram, FlowElement element) {
        return diagram.picture().shape(element.getId());
    }

    /** An event at a border, and what stands in a sub-process. */
    private static boolean mayOverlap(Diagram diagram, FlowNode left, FlowNode right) {
        return isAt(diagram, left, right) || isAt(diagram, right, left) || isIn(left, right) || isIn(right, left);
    }

    private static boolean isAt(Diagram diagram, FlowNode event, FlowNode host) {
        return event instanceof BoundaryEvent boundary
                && diagram.host(boundary).filter(host::equals).isPresent();
    }

    private static boolean isIn(FlowNode inner, FlowNode outer) {
        ModelElementInstance parent = inner.getParentElement();
        while (parent != null) {
            if (parent.equals(outer)) {
                return true;
            }
            parent = parent.getParentElement();
        }
        return false;
    }
}
