package io.realname.diagram.table;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.model.Table;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * All cases that the rules of a table tell apart, each with the rules that fit it. Values that the same rules fit are one
 * case, so there are few, also for many columns.
 */
final class Cases {

    /** With more, a table is too large to be read by people, too; it is not examined then. */
    private static final int MOST = 100_000;

    /**
     * A case: a value for each column, and the rules that fit.
     *
     * @param values by the names of facts
     * @param fitting the numbers of the rules, from 0
     */
    record Case(Map<String, String> values, BitSet fitting) {}

    private final List<Case> cases = new ArrayList<>();
    private final List<Input> inputs;
    private final List<Map<BitSet, String>> columns = new ArrayList<>();

    private Cases(List<Input> inputs) {
        this.inputs = inputs;
    }

    /** Empty if a cell is too complicated, or if there are too many cases. */
    static Optional<List<Case>> of(Table table, Catalogue catalogue) {
        Cases all = new Cases(table.inputs());
        List<Rule> rules = table.rules();
        long product = 1;
        for (int column = 0; column < all.inputs.size(); column++) {
            Optional<List<Cell>> cells = cells(rules, column);
            if (cells.isEmpty()) {
                return Optional.empty();
            }
            Map<BitSet, String> values = column(table, all.inputs.get(column), cells.get(), catalogue);
            all.columns.add(values);
            product *= values.size();
            if (product > MOST) {
                return Optional.empty();
            }
        }
        BitSet every = new BitSet();
        every.set(0, rules.size());
        all.visit(0, every, new LinkedHashMap<>());
        return Optional.of(all.cases);
    }

    private static Optional<List<Cell>> cells(List<Rule> rules, int column) {
        List<Cell> cells = new ArrayList<>();
        for (Rule rule : rules) {
            List<InputEntry> entries = List.copyOf(rule.getInputEntries());
            Optional<Cell> cell =
                    column < entries.size() ? Cell.read(Table.text(entries.get(column))) : Optional.empty();
            if (cell.isEmpty()) {
                return Optional.empty();
            }
            cells.add(cell.get());
        }
        return Optional.of(cells);
    }

    /** One value of the column for each set of rules that fit it. */
    private static Map<BitSet, String> column(Table table, Input input, List<Cell> cells, Catalogue catalogue) {
        Optional<FactKind> kind = Columns.of(table, input, catalogue).map(fact -> fact.kind());
        Set<String> stated = input.getInputValues() == null
                ? Set.of()
                : Cell.read(Table.text(input.getInputValues()))
                        .map(Cell::values)
                        .orElse(new TreeSet<>());
        Map<BitSet, String> values = new LinkedHashMap<>();
        for (String value : new TreeSet<>(Domain.cases(kind, stated, cells))) {
            BitSet fitting = new BitSet();
            for (int rule = 0; rule < cells.size(); rule++) {
                fitting.set(rule, cells.get(rule).fits(value));
            }
            values.putIfAbsent(fitting, value);
        }
        return values;
    }

    private void visit(int column, BitSet fitting, Map<String, String> values) {
        if (column == inputs.size()) {
            cases.add(new Case(new LinkedHashMap<>(values), fitting));
            return;
        }
        columns.get(column).forEach((fits, value) -> {
            BitSet both = (BitSet) fitting.clone();
            both.and(fits);
            values.put(Table.fact(inputs.get(column)), value);
            visit(column + 1, both, values);
            values.remove(Table.fact(inputs.get(column)));
        });
    }

    /** What the columns are called, by the facts that they read. */
    static Map<String, String> labels(Table table) {
        Map<String, String> labels = new HashMap<>();
        table.inputs().forEach(input -> labels.put(Table.fact(input), Table.label(input)));
        return labels;
    }
}
