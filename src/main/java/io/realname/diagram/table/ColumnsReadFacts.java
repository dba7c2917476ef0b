package io.realname.diagram.table;

import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import io.realname.diagram.rule.Rule;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.jspecify.annotations.Nullable;

/** A column reads a fact, and states the type that the fact has. */
final class ColumnsReadFacts implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().tables().stream()
                .flatMap(table -> Stream.concat(
                        table.inputs().stream().flatMap(input -> check(table, input, checked).stream()),
                        table.outputs().stream().flatMap(output -> check(table, output, checked).stream())));
    }

    private static Optional<Finding> check(Table table, Input input, Checked checked) {
        String name = Table.fact(input);
        if (!name.matches("[A-Za-z_]\\w*")) {
            return Optional.of(table.fault(
                    input,
                    name.isEmpty()
                            ? "it reads nothing."
                            : "it reads \"" + name + "\", which is not the name of a fact.",
                    "Write the name of a fact under Expression."));
        }
        Optional<DiagramFact> fact = Columns.of(table, input, checked.catalogue());
        if (fact.isEmpty()) {
            Set<String> known = known(checked);
            return known.contains(name)
                    ? Optional.empty()
                    : Optional.of(table.fault(
                            input,
                            "it reads the fact " + name + ", but no step leaves a fact of that name."
                                    + Nearest.suggestion(name, known),
                            "Use a fact that is there. A new one needs a developer."));
        }
        return type(input.getInputExpression().getTypeRef(), fact.get())
                .map(sentence -> table.fault(input, sentence, "Change the type of the column."));
    }

    private static Set<String> known(Checked checked) {
        Set<String> known = new TreeSet<>(checked.catalogue().facts().keySet());
        checked.models().tables().forEach(other -> known.addAll(other.columns().keySet()));
        return known;
    }

    private static Optional<Finding> check(Table table, Output output, Checked checked) {
        if (output.getName() == null || !output.getName().matches("[A-Za-z_]\\w*")) {
            return Optional.of(
                    table.fault(output, "its answer has no name.", "Write the name of the fact under Output name."));
        }
        return Columns.of(table, output, checked.catalogue())
                .flatMap(fact -> type(output.getTypeRef(), fact))
                .map(sentence -> table.fault(output, sentence, "Change the type of the column."));
    }

    private static Optional<String> type(@Nullable String stated, DiagramFact fact) {
        String wanted = Columns.type(fact.kind());
        return wanted.equals(stated)
                ? Optional.empty()
                : Optional.of("its type is " + (stated == null ? "not stated" : stated) + ", but the fact "
                        + fact.name() + " is of the type " + wanted + ".");
    }
}
