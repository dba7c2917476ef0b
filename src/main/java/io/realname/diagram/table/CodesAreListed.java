package io.realname.diagram.table;

import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import io.realname.diagram.rule.Rule;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;

/** What a rule compares with a code of an open list is in the list, or has been added by an operator. So this is a hint. */
final class CodesAreListed implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().tables().stream()
                .flatMap(table -> table.rules().stream().flatMap(rule -> check(table, rule, checked)));
    }

    private static Stream<Finding> check(Table table, org.camunda.bpm.model.dmn.instance.Rule rule, Checked checked) {
        Iterator<Input> columns = table.inputs().iterator();
        return rule.getInputEntries().stream().flatMap(entry -> check(table, rule, columns.next(), entry, checked));
    }

    private static Stream<Finding> check(
            Table table,
            org.camunda.bpm.model.dmn.instance.Rule rule,
            Input column,
            InputEntry entry,
            Checked checked) {
        Set<String> listed = Columns.of(table, column, checked.catalogue())
                .filter(fact -> fact.kind() instanceof FactKind.OpenCode)
                .map(fact -> ((FactKind.OpenCode) fact.kind()).values())
                .orElse(Set.of());
        return listed.isEmpty()
                ? Stream.empty()
                : Cell.read(Table.text(entry)).stream()
                        .flatMap(cell -> cell.values().stream())
                        .filter(code -> !listed.contains(code))
                        .map(code -> table.hint(
                                rule,
                                code + " is none of the codes that are listed for the fact " + Table.fact(column) + "."
                                        + Nearest.suggestion(code, listed),
                                "Correct it, unless an operator has added it to the list."));
    }
}
