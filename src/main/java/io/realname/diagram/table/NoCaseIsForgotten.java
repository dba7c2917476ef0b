package io.realname.diagram.table;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import io.realname.diagram.rule.Rule;
import io.realname.diagram.table.Cases.Case;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In every case, some rule of a table answers. */
final class NoCaseIsForgotten implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().tables().stream()
                .flatMap(table -> Cases.of(table, checked.catalogue()).flatMap(cases -> gap(table, cases)).stream());
    }

    private static Optional<Finding> gap(Table table, Iterable<Case> cases) {
        for (Case one : cases) {
            if (one.fitting().isEmpty()) {
                Map<String, String> labels = Cases.labels(table);
                String example = one.values().entrySet().stream()
                        .map(value -> labels.get(value.getKey()) + " = " + value.getValue())
                        .collect(Collectors.joining(", "));
                return Optional.of(table.fault(
                        "no rule fits in this case: " + (example.isEmpty() ? "any" : example)
                                + ". The application would stop there.",
                        "Add a rule at the end that answers what no other rule does."));
            }
        }
        return Optional.empty();
    }
}
