package io.realname.diagram.flow;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.KnownMessage;
import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.catalogue.Truth;
import io.realname.diagram.model.Condition;
import io.realname.diagram.model.Diagram;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * What is known at each node of a diagram, on every way to it. A must-analysis: where ways meet, only what is known on
 * all of them is known; repeated until nothing changes.
 */
public final class Course {

    private final Diagram diagram;
    private final Names names;
    private final Catalogue catalogue;
    private final List<Need.Certain> needs;
    private final Known atStart;
    private final List<FlowNode> nodes;
    private final Map<FlowNode, Known> before = new HashMap<>();
    private final Map<FlowNode, Known> behind = new HashMap<>();

    /** @param handedOver the facts that every caller hands over; empty if nobody calls the process */
    Course(Diagram diagram, Names names, Catalogue catalogue, Set<String> handedOver) {
        this.diagram = diagram;
        this.names = names;
        this.catalogue = catalogue;
        this.needs = catalogue.steps().stream()
                .flatMap(step -> step.needs().stream())
                .filter(Need.Certain.class::isInstance)
                .map(Need.Certain.class::cast)
                .distinct()
                .toList();
        Known start = Known.NOTHING;
        for (String fact : handedOver) {
            start = start.leave(fact, true, Set.of());
        }
        this.atStart = start;
        this.nodes = diagram.nodes().toList();
        run();
    }

    public Diagram diagram() {
        return diagram;
    }

    /** Whether a way leads from a start event to the node. */
    public boolean reaches(FlowNode node) {
        return before.containsKey(node);
    }

    /** Whether the fact is there when the node begins, on every way to it. */
    public boolean isThere(String fact, FlowNode node) {
        Known known = begin(node);
        return known == null || known.has(fact);
    }

    /** Whether the need is met on every way to the node. */
    public boolean isMet(Need.Certain need, FlowNode node) {
        Known known = begin(node);
        return known == null || known.met().contains(need);
    }

    /** Whether the fact is there at every regular end of the process. */
    public boolean isThereAtTheEnd(String fact) {
        return nodes.stream()
                .filter(node -> node instanceof EndEvent
                        && node.getParentElement().equals(diagram.process())
                        && !throwsError(node))
                .map(behind::get)
                .filter(Objects::nonNull)
                .allMatch(known -> known.has(fact));
    }

    /** Why a fact is not there: the nearest place behind which it is missing. */
    public Missing whyMissing(String fact, FlowNode node) {
        Set<FlowNode> seen = new HashSet<>();
        List<FlowNode> ring = List.of(node);
        if (knew(fact, node)) {
            return new Missing.LostByWaiting(node);
        }
        FlowNode from = node;
        while (!ring.isEmpty()) {
            List<FlowNode> next = ring.stream()
                    .filter(seen::add)
                    .flatMap(this::sources)
                    .filter(source -> lacks(fact, source))
                    .distinct()
                    .toList();
            for (FlowNode source : next) {
                if (knew(fact, source)) {
                    return waits(source) ? new Missing.LostByWaiting(source) : new Missing.OutOfDate(source);
                }
                if (waits(source) && isOnlyNoted(fact)) {
                    return new Missing.LostByWaiting(source);
                }
                if (outdates(source, fact)) {
                    return new Missing.OutOfDate(source);
                }
                if (from == node
                        && !(source instanceof ExclusiveGateway join
                                && diagram.outgoing(join).size() < 2)) {
                    from = source;
                }
            }
            ring = next;
        }
        boolean anybody = nodes.stream().anyMatch(other -> names.left(other).contains(fact));
        return anybody ? new Missing.OnOneWay(from) : new Missing.LeftByNobody();
    }

    private boolean isOnlyNoted(String fact) {
        return nodes.stream()
                .flatMap(node -> names.step(node).stream())
                .flatMap(step -> step.notes().stream())
                .anyMatch(noted -> noted.name().equals(fact));
    }

    private boolean outdates(FlowNode node, String fact) {
        return nodes.stream().anyMatch(other -> names.left(other).contains(fact))
                && names.left(node).stream()
                        .anyMatch(left -> names.decidedWith(left).contains(fact));
    }

    private boolean knew(String fact, FlowNode node) {
        Known known = before.get(node);
        return known != null && known.has(fact);
    }

    private boolean lacks(String fact, FlowNode source) {
        Known known = behind.get(source);
        return known != null && !known.has(fact);
    }

    private Stream<FlowNode> sources(FlowNode node) {
        if (node instanceof BoundaryEvent event) {
            return diagram.host(event).stream();
        }
        if (node instanceof StartEvent && node.getParentElement() instanceof SubProcess part) {
            return part.triggeredByEvent() ? Stream.empty() : sources(part);
        }
        return diagram.incoming(node).stream().flatMap(flow -> diagram.source(flow).stream());
    }

    private void run() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (FlowNode node : nodes) {
                Known known = arriving(node);
                if (known != null && !known.equals(before.put(node, known))) {
                    changed = true;
                }
                Known done = known == null ? null : work(node, known);
                if (done != null && !done.equals(behind.put(node, done))) {
                    changed = true;
                }
            }
        }
    }

    private @Nullable Known arriving(FlowNode node) {
        if (node instanceof BoundaryEvent event) {
            return diagram.host(event).map(before::get).map(Known::afterWait).orElse(null);
        }
        if (node instanceof StartEvent) {
            return node.getParentElement() instanceof SubProcess part && !part.triggeredByEvent()
                    ? before.get(part)
                    : atStart;
        }
        if (node instanceof SubProcess part && part.triggeredByEvent()) {
            return atStart;
        }
        return meet(diagram.incoming(node).stream().map(this::along));
    }

    private static @Nullable Known meet(Stream<@Nullable Known> ways) {
        return ways.filter(Objects::nonNull).reduce(Known::meet).orElse(null);
    }

    /** What is known at the end of a flow: what its source knows, and what the flow's condition makes certain. */
    private @Nullable Known along(SequenceFlow flow) {
        FlowNode source = diagram.source(flow).orElse(null);
        Known known = source == null ? null : behind.get(source);
        if (known == null || !(source instanceof ExclusiveGateway gateway)) {
            return known;
        }
        Set<Truth> certain = new HashSet<>();
        Names.condition(flow).ifPresent(condition -> certain.addAll(condition.certainIf(true)));
        if (Diagram.isDefault(gateway, flow)) {
            diagram.outgoing(gateway).stream()
                    .filter(other -> !Diagram.isDefault(gateway, other))
                    .map(Names::condition)
                    .flatMap(Optional::stream)
                    .forEach(condition -> certain.addAll(flags(condition)));
        }
        return known.certain(certain, needs);
    }

    /** Of what did not hold, only what leaves one other value. */
    private static Set<Truth> flags(Condition condition) {
        Set<Truth> flags = new HashSet<>(condition.certainIf(false));
        flags.removeIf(truth -> !truth.value().equals("true") && !truth.value().equals("false"));
        return flags;
    }

    private @Nullable Known begin(FlowNode node) {
        Known known = before.get(node);
        return known == null || !Diagram.isSet(node, "asyncBefore") ? known : known.afterWait();
    }

    private @Nullable Known work(FlowNode node, Known arriving) {
        Known known = Diagram.isSet(node, "asyncBefore") ? arriving.afterWait() : arriving;
        if (node instanceof SubProcess part) {
            return part.triggeredByEvent() ? known : endOf(part);
        }
        if (node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent) {
            known = known.afterWait();
        }
        Optional<Step> step = names.step(node);
        if (step.isPresent()) {
            known = step(step.get(), known);
        } else {
            known = leaveAll(names.left(node), isKept(node), known);
        }
        if (node instanceof StartEvent && node.getParentElement().equals(diagram.process())) {
            known = leaveAll(inputs(), false, known);
        }
        if (node instanceof CallActivity call && call.getCalledElement() != null) {
            Set<Truth> certain = catalogue
                    .process(call.getCalledElement())
                    .map(KnownProcess::makesCertain)
                    .orElse(Set.of());
            known = known.certain(certain, needs);
        }
        return Diagram.isSet(node, "asyncAfter") ? known.afterWait() : known;
    }

    /** The facts of a message, and the one answer of a table, are noted in memory only. */
    private boolean isKept(FlowNode node) {
        return names.message(node).isEmpty()
                && !(node instanceof BusinessRuleTask table && table.getCamundaResultVariable() != null);
    }

    /** What a client sends at the start. */
    private Set<String> inputs() {
        boolean started = catalogue
                .process(diagram.key())
                .filter(KnownProcess::startedByClients)
                .isPresent();
        return started ? Set.of(Catalogue.START_INPUT) : Set.of();
    }

    private @Nullable Known endOf(SubProcess part) {
        Known end = meet(part.getFlowElements().stream()
                .filter(element -> element instanceof EndEvent event && !throwsError(event))
                .map(element -> behind.get((FlowNode) element)));
        return end != null && Diagram.isSet(part, "asyncAfter") ? end.afterWait() : end;
    }

    private Known step(Step step, Known arriving) {
        Known known = arriving.forget(step.takes());
        for (Step.KeptIf kept : step.keepsIf()) {
            known = known.forget(names.decidedWith(kept.fact().name()));
        }
        known = leaveAll(step.keeps().stream().map(DiagramFact::name).toList(), true, known);
        known = leaveAll(step.notes().stream().map(DiagramFact::name).toList(), false, known);
        return known.awaiting(step.keepsIf());
    }

    private Known leaveAll(Iterable<String> facts, boolean kept, Known arriving) {
        Known known = arriving;
        for (String fact : facts) {
            known = known.leave(fact, kept, names.decidedWith(fact));
        }
        return known;
    }

    private static boolean throwsError(FlowNode node) {
        return !node.getChildElementsByType(ErrorEventDefinition.class).isEmpty();
    }

    private static boolean waits(FlowNode node) {
        return Diagram.isSet(node, "asyncBefore")
                || Diagram.isSet(node, "asyncAfter")
                || node instanceof UserTask
                || node instanceof ReceiveTask
                || node instanceof CallActivity
                || node instanceof EventBasedGateway
                || node instanceof IntermediateCatchEvent;
    }

    /** The messages of the catalogue, for those who explain a missing input. */
    public static Optional<KnownMessage> messageWith(String input, Catalogue catalogue) {
        return catalogue.messages().stream()
                .filter(message -> input.equals(message.input()))
                .findFirst();
    }
}
