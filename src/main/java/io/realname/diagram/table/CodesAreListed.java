package io.realname.diagram.table;

import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import io.realname.diagram.rule.Rule;
import java.util.Set;
import java.util.stream.Stream;

/** What a rule compares with a code of an open list is in the list, or has been added by an operator. So this is a hint. */
final class CodesAreListed implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().tables().stream()
                .flatMap(table -> RuleCell.of(table).flatMap(cell -> check(table, cell, listed(table, cell, checked))));
    }

    private static Set<String> listed(Table table, RuleCell cell, Checked checked) {
        return Columns.of(table, cell.input(), checked.catalogue())
                .filter(fact -> fact.kind() instanceof FactKind.OpenCode)
                .map(fact -> ((FactKind.OpenCode) fact.kind()).values())
                .orElse(Set.of());
    }

    private static Stream<Finding> check(Table table, RuleCell cell, Set<String> listed) {
        return listed.isEmpty()
                ? Stream.empty()
                : Cell.read(cell.text()).stream()
                        .flatMap(read -> read.values().stream())
                        .filter(code -> !listed.contains(code))
                        .map(code -> table.hint(
                                cell.rule(),
                                code + " is none of the codes that are listed for the fact " + Table.fact(cell.input())
                                        + "." + Nearest.suggestion(code, listed),
                                "Correct it, unless an operator has added it to the list."));
    }
}
