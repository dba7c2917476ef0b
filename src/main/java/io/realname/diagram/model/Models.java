package io.realname.diagram.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/**
 * The diagrams, tables and other files that are deployed together.
 *
 * @param released the diagrams as they are in use, whose ids running applications know; may be empty
 * @param whole whether these are all models of the application, and not some
 */
public record Models(
        List<Diagram> diagrams, List<Table> tables, Set<String> files, List<Diagram> released, boolean whole) {

    public Models {
        diagrams = List.copyOf(diagrams);
        tables = List.copyOf(tables);
        files = Set.copyOf(files);
        released = List.copyOf(released);
    }

    public Optional<Diagram> diagram(String key) {
        return diagrams.stream().filter(diagram -> diagram.key().equals(key)).findFirst();
    }

    public Optional<Table> table(String key) {
        return tables.stream().filter(table -> table.key().equals(key)).findFirst();
    }

    /** The calls of a process, each with the diagram that it stands in. */
    public Stream<CallOf> callsOf(String key) {
        return diagrams.stream()
                .flatMap(diagram -> diagram.all(CallActivity.class)
                        .filter(call -> key.equals(call.getCalledElement()))
                        .map(call -> new CallOf(diagram, call)));
    }

    /** The ids of processes that diagrams call. */
    public Set<String> called() {
        return diagrams.stream()
                .flatMap(diagram -> diagram.all(CallActivity.class))
                .map(CallActivity::getCalledElement)
                .filter(key -> key != null)
                .collect(Collectors.toSet());
    }

    /** A call activity in a diagram. */
    public record CallOf(Diagram diagram, CallActivity call) {}
}
