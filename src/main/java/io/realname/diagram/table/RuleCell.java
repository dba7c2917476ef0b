package io.realname.diagram.table;

import io.realname.diagram.model.Table;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * What one rule of a table says in one column on the left side.
 *
 * @param text as it stands in the file
 */
record RuleCell(Rule rule, Input input, String text) {

    /** All of them. A rule that has more cells than there are columns, or fewer, is read as far as both go. */
    static Stream<RuleCell> of(Table table) {
        List<Input> inputs = table.inputs();
        return table.rules().stream().flatMap(rule -> {
            List<InputEntry> entries = List.copyOf(rule.getInputEntries());
            return IntStream.range(0, Math.min(entries.size(), inputs.size()))
                    .mapToObj(column -> new RuleCell(rule, inputs.get(column), Table.text(entries.get(column))));
        });
    }
}
