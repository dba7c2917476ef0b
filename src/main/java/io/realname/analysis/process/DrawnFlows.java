package io.realname.analysis.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** The sequence flows of a diagram: which one was taken, and which ways there are. */
final class DrawnFlows {

    /** Stands for a flow that nobody took. */
    private static final double LEAST = 1e-6;

    /** So that of two ways that are equally likely, the shorter one is taken. */
    private static final double STEP = 1e-3;

    private final BpmnModelInstance model;

    DrawnFlows(BpmnModelInstance model) {
        this.model = model;
    }

    /**
     * The flow that was taken.
     *
     * @param left the ids of the steps that were left for the step, separated by spaces. The last step of a subprocess
     *     stands for the subprocess
     * @return empty if no flow leads there, as for a boundary event
     */
    Optional<SequenceFlow> taken(String left, String step) {
        return Stream.of(left.split(" "))
                .map(id -> model.<ModelElementInstance>getModelElementById(id))
                .flatMap(DrawnFlows::withSubprocesses)
                .flatMap(node -> node.getOutgoing().stream())
                .filter(flow -> flow.getTarget().getId().equals(step))
                .findFirst();
    }

    private static Stream<FlowNode> withSubprocesses(@Nullable ModelElementInstance element) {
        if (!(element instanceof FlowNode node)) {
            return Stream.empty();
        }
        return node.getParentElement() instanceof SubProcess parent
                ? Stream.concat(Stream.of(node), withSubprocesses(parent))
                : Stream.of(node);
    }

    /**
     * The way from the diagram's start to one of the ends that is the likeliest by these shares: the product of the shares
     * of its flows is the greatest. Where nothing was counted, the shortest one.
     *
     * @param share the part of a step's instances that takes the flow, from 0 to 1
     * @return the steps in this order; empty if no way leads to such an end
     */
    List<FlowNode> likeliestWay(Predicate<FlowNode> end, ToDoubleFunction<SequenceFlow> share) {
        return model.getModelElementsByType(StartEvent.class).stream()
                .filter(start -> !(start.getParentElement() instanceof SubProcess))
                .map(start -> way(start, end, share))
                .filter(way -> !way.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** Dijkstra's algorithm, with the logarithms of the shares as lengths. */
    private List<FlowNode> way(FlowNode start, Predicate<FlowNode> end, ToDoubleFunction<SequenceFlow> share) {
        Map<FlowNode, Reached> reached = new HashMap<>();
        Set<FlowNode> done = new HashSet<>();
        PriorityQueue<Reached> next = new PriorityQueue<>(Comparator.comparingDouble(Reached::length));
        next.add(new Reached(start, null, 0));
        while (!next.isEmpty()) {
            Reached here = next.remove();
            if (!done.add(here.node)) {
                continue;
            }
            reached.put(here.node, here);
            if (end.test(here.node)) {
                LinkedList<FlowNode> way = new LinkedList<>();
                for (Reached one = here; one != null; one = one.before == null ? null : reached.get(one.before)) {
                    way.addFirst(one.node);
                }
                return way;
            }
            here.node
                    .getOutgoing()
                    .forEach(flow -> next.add(new Reached(
                            flow.getTarget(),
                            here.node,
                            here.length + STEP - Math.log(Math.max(share.applyAsDouble(flow), LEAST)))));
            model.getModelElementsByType(BoundaryEvent.class).stream()
                    .filter(event -> event.getAttachedTo().equals(here.node))
                    .forEach(event -> next.add(new Reached(event, here.node, here.length + STEP - Math.log(LEAST))));
        }
        return List.of();
    }

    private record Reached(FlowNode node, @Nullable FlowNode before, double length) {}
}
