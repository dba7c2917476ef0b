package io.realname.diagram.table;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.FactKind;
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

/** The left side of each rule can be read, and names values that the fact can have. */
final class CellsCanBeRead implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().tables().stream()
                .flatMap(table -> RuleCell.of(table)
                        .flatMap(cell -> wrong(table, cell.input(), cell.text(), checked.catalogue()).stream()
                                .map(sentence -> table.fault(cell.rule(), sentence, "Correct the cell."))));
    }

    private static Optional<String> wrong(Table table, Input input, String text, Catalogue catalogue) {
        String cell = "in the column \"" + Table.label(input) + "\", " + text;
        Optional<Cell> read = Cell.read(text);
        if (read.isEmpty()) {
            return Feel.test(text)
                    .map(failure -> cell + " cannot be read. Texts stand in quotation marks, like \"A\", \"B\"; numbers"
                            + " are compared, like >= 5.");
        }
        Optional<FactKind> kind = Columns.of(table, input, catalogue).map(fact -> fact.kind());
        Set<String> values = kind.map(Domain::values).orElse(Set.of());
        if (!values.isEmpty()) {
            return read.get().values().stream()
                    .filter(value -> !values.contains(value))
                    .findFirst()
                    .map(value -> "in the column \"" + Table.label(input) + "\", " + value
                            + " is no value that this fact can have: " + String.join(", ", new TreeSet<>(values)) + "."
                            + Nearest.suggestion(value, values));
        }
        boolean number = kind.filter(FactKind.Count.class::isInstance).isPresent();
        return number && read.get().values().stream().anyMatch(value -> !value.matches("-?\\d+"))
                ? Optional.of(cell + " is not a whole number, or a comparison with one, like >= 5.")
                : Optional.empty();
    }
}
