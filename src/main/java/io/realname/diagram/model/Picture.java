package io.realname.diagram.model;

import java.awt.geom.Rectangle2D;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Where the elements of a file stand in its picture, by their ids. Read once: the model would search it each time. */
public final class Picture {

    private final Map<String, Rectangle2D> shapes = new HashMap<>();
    private final Set<String> edges = new HashSet<>();

    Picture(BpmnModelInstance model) {
        for (BpmnShape shape : model.getModelElementsByType(BpmnShape.class)) {
            String id = shape.getAttributeValue("bpmnElement");
            Bounds bounds = shape.getBounds();
            if (id != null && bounds != null) {
                shapes.put(
                        id,
                        new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight()));
            }
        }
        for (BpmnEdge edge : model.getModelElementsByType(BpmnEdge.class)) {
            String id = edge.getAttributeValue("bpmnElement");
            if (id != null && edge.getWaypoints().size() >= 2) {
                edges.add(id);
            }
        }
    }

    /** The place of a node; empty if it is not drawn. */
    public Optional<Rectangle2D> shape(String id) {
        return Optional.ofNullable(shapes.get(id));
    }

    public boolean hasLine(String flow) {
        return edges.contains(flow);
    }
}
