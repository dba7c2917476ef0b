package io.realname.diagram.rule;

import io.realname.diagram.catalogue.KnownMessage;
import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.jspecify.annotations.Nullable;

/** An event waits for a message that somebody sends. */
final class MessagesAreKnown implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        List<String> known = checked.catalogue().messages().stream()
                .map(KnownMessage::name)
                .sorted()
                .toList();
        return checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.nodes()
                        .filter(CatchEvent.class::isInstance)
                        .flatMap(event -> event.getChildElementsByType(MessageEventDefinition.class).stream()
                                .flatMap(
                                        definition -> check(diagram, event, definition.getMessage(), known).stream())));
    }

    private static Optional<Finding> check(
            Diagram diagram, FlowNode event, @Nullable Message message, List<String> known) {
        if (message == null || Diagram.isBlank(message.getName())) {
            return Optional.of(diagram.fault(event, "it waits for no message.", "Choose a message."));
        }
        return known.contains(message.getName())
                ? Optional.empty()
                : Optional.of(diagram.fault(
                        event,
                        "it waits for the message " + message.getName() + ", which nobody sends."
                                + Nearest.suggestion(message.getName(), known),
                        "Use one of: " + String.join(", ", known) + ". Clients send these names; a new one needs a"
                                + " developer."));
    }
}
