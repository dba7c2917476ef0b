package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.flow.Names;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;

/**
 * An end event with an envelope tells the client how the application ended. A called process, and a part of a process,
 * only end themselves.
 */
final class EndsStateAnOutcome implements Rule {

    private static final String ENVELOPE =
            "Copy an end event with an envelope, and write the outcome under Field injections.";

    /** The facts that say why an application ends, where the diagram itself does not. */
    private static final Set<String> REASON_FACTS = Set.of("reviewReason", "reason");

    @Override
    public Stream<Finding> check(Checked checked) {
        Set<String> called = checked.models().called();
        return checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.all(EndEvent.class)
                        .flatMap(end -> isInner(diagram, end, called, checked)
                                ? inner(diagram, end)
                                : outer(diagram, end, checked)));
    }

    private static boolean isInner(Diagram diagram, EndEvent end, Set<String> called, Checked checked) {
        boolean calledByOthers = called.contains(diagram.key())
                || checked.catalogue()
                        .process(diagram.key())
                        .filter(process -> !process.startedByClients())
                        .isPresent();
        return calledByOthers || end.getParentElement() instanceof SubProcess part && !part.triggeredByEvent();
    }

    private static Stream<Finding> inner(Diagram diagram, EndEvent end) {
        return end.getChildElementsByType(MessageEventDefinition.class).isEmpty()
                ? Stream.empty()
                : Stream.of(diagram.fault(
                        end,
                        "it would end the application, but other diagrams go on after this one.",
                        "Use an end event without an envelope."));
    }

    private static Stream<Finding> outer(Diagram diagram, EndEvent end, Checked checked) {
        if (!end.getChildElementsByType(ErrorEventDefinition.class).isEmpty()) {
            return Stream.of(diagram.fault(end, "it ends with an error that nobody catches.", ENVELOPE));
        }
        if (Diagram.delegateOf(end).filter("endApplication"::equals).isEmpty()) {
            return Stream.of(
                    diagram.fault(end, "it states no outcome: the application would stay open for ever.", ENVELOPE));
        }
        List<CamundaField> outcomes = fields(end, "outcome").toList();
        if (outcomes.size() != 1) {
            return Stream.of(diagram.fault(
                    end,
                    "it states no outcome: the application would stay open for ever.",
                    "Write the outcome under Field injections."));
        }
        Stream<Finding> strange = Names.fields(end)
                .filter(field -> !Set.of("outcome", "reason").contains(String.valueOf(field.getCamundaName())))
                .map(field -> diagram.fault(
                        end,
                        "it has the field " + field.getCamundaName() + ", which an end event does not know.",
                        "Use the fields outcome and reason."));
        return Stream.of(
                        unknown(
                                diagram,
                                end,
                                outcomes.get(0),
                                "outcome",
                                checked.catalogue().outcomes(),
                                Set.of())
                                .stream(),
                        fields(end, "reason")
                                .flatMap(
                                        reason -> unknown(
                                                diagram,
                                                end,
                                                reason,
                                                "reason",
                                                checked.catalogue().reasons(),
                                                REASON_FACTS)
                                                .stream()),
                        strange)
                .flatMap(found -> found);
    }

    private static Stream<CamundaField> fields(EndEvent end, String name) {
        return Names.fields(end).filter(field -> name.equals(field.getCamundaName()));
    }

    private static Optional<Finding> unknown(
            Diagram diagram, EndEvent end, CamundaField field, String what, Set<String> codes, Set<String> facts) {
        String code = field.getTextContent().strip();
        if (codes.contains(code) || Names.fact(code).filter(facts::contains).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(diagram.fault(
                end,
                "there is no " + what + " " + code + "." + Nearest.suggestion(code, codes),
                "Write one of: " + String.join(", ", new TreeSet<>(codes))
                        + ". Clients have words for these; a new one needs a developer."));
    }
}
