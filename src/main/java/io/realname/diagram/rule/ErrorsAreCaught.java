package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;

/** Every error with which a called diagram ends is caught by every call, and every error that is caught can happen. */
final class ErrorsAreCaught implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> Stream.concat(
                        diagram.all(CallActivity.class).flatMap(call -> call(diagram, call, checked)),
                        diagram.events(ErrorEventDefinition.class)
                                .filter(definition -> Diagram.codeOf(definition).isEmpty())
                                .map(definition -> diagram.fault(
                                        definition.getParentElement(),
                                        "its error has no code.",
                                        "Choose an error, and write its code."))));
    }

    private static Stream<Finding> call(Diagram diagram, CallActivity call, Checked checked) {
        if (checked.models().diagram(String.valueOf(call.getCalledElement())).isEmpty()) {
            return Stream.empty();
        }
        Diagram called = checked.models().diagram(call.getCalledElement()).orElseThrow();
        Map<String, Set<String>> thrown = thrown(called);
        Map<String, BoundaryEvent> caught = caught(diagram, call);
        Stream<Finding> uncaught = thrown.keySet().stream()
                .filter(code -> !caught.containsKey(code))
                .map(code -> diagram.fault(
                        call,
                        "\"" + called.name() + "\" can end with the error " + code
                                + ", which nobody catches here: the application would stop with an incident."
                                + Nearest.suggestion(code, caught.keySet()),
                        "Draw an error event with the code " + code + " at its border."));
        Stream<Finding> never = caught.entrySet().stream()
                .filter(entry -> !thrown.containsKey(entry.getKey()))
                .map(entry -> diagram.fault(
                        entry.getValue(),
                        "\"" + called.name() + "\" never ends with the error " + entry.getKey() + "."
                                + Nearest.suggestion(entry.getKey(), thrown.keySet()),
                        "Correct the code of the error, or remove the event."));
        Stream<Finding> reasons = caught.entrySet().stream()
                .filter(entry -> entry.getValue().getChildElementsByType(ErrorEventDefinition.class).stream()
                        .anyMatch(definition -> definition.getCamundaErrorMessageVariable() != null))
                .flatMap(entry -> thrown.getOrDefault(entry.getKey(), Set.of()).stream()
                        .filter(reason -> !checked.catalogue().reasons().contains(reason))
                        .map(reason -> diagram.fault(
                                entry.getValue(),
                                "it takes the reason from the error, but \"" + called.name() + "\" ends with the error "
                                        + entry.getKey()
                                        + (reason.isEmpty()
                                                ? " without a message"
                                                : " and the message " + reason + ", which is no reason")
                                        + "."
                                        + Nearest.suggestion(
                                                reason, checked.catalogue().reasons()),
                                "Write the code of a reason into the error's message, in the called diagram.")));
        return Stream.of(uncaught, never, reasons).flatMap(found -> found);
    }

    /** The codes of the errors with which the process ends, each with its messages. */
    private static Map<String, Set<String>> thrown(Diagram called) {
        return called.all(EndEvent.class)
                .flatMap(end -> end.getChildElementsByType(ErrorEventDefinition.class).stream())
                .filter(definition -> !Diagram.codeOf(definition).isEmpty())
                .collect(Collectors.groupingBy(
                        Diagram::codeOf,
                        TreeMap::new,
                        Collectors.mapping(ErrorsAreCaught::message, Collectors.toCollection(TreeSet::new))));
    }

    private static String message(ErrorEventDefinition definition) {
        String message = definition.getError().getCamundaErrorMessage();
        return message == null ? "" : message;
    }

    private static Map<String, BoundaryEvent> caught(Diagram diagram, CallActivity call) {
        Map<String, BoundaryEvent> caught = new TreeMap<>();
        diagram.all(BoundaryEvent.class)
                .filter(event -> diagram.host(event).filter(call::equals).isPresent())
                .forEach(event -> event.getChildElementsByType(ErrorEventDefinition.class).stream()
                        .map(Diagram::codeOf)
                        .filter(code -> !code.isEmpty())
                        .forEach(code -> caught.put(code, event)));
        return caught;
    }
}
