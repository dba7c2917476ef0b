package io.realname.diagram.table;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import io.realname.diagram.rule.Rule;
import io.realname.diagram.table.Cases.Case;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;

/**
 * Every rule of a table answers in some case: the rules above it do not take all its cases away. A last rule with nothing
 * on its left side may stand there all the same, for values that nobody thought of.
 */
final class EveryRuleAnswers implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().tables().stream()
                .flatMap(table -> Cases.of(table, checked.catalogue()).stream().flatMap(cases -> silent(table, cases)));
    }

    private static Stream<Finding> silent(Table table, List<Case> cases) {
        boolean all = table.table()
                .filter(decision -> decision.getHitPolicy() == HitPolicy.RULE_ORDER)
                .isPresent();
        BitSet answering = new BitSet();
        BitSet fitting = new BitSet();
        for (Case one : cases) {
            fitting.or(one.fitting());
            if (all) {
                answering.or(one.fitting());
            } else if (!one.fitting().isEmpty()) {
                answering.set(one.fitting().nextSetBit(0));
            }
        }
        return table.rules().stream()
                .filter(rule -> !answering.get(table.number(rule) - 1) && !isLastResort(table, rule))
                .map(rule -> table.fault(
                        rule,
                        fitting.get(table.number(rule) - 1)
                                ? "it never answers: whenever it fits, a rule above it fits too and answers first."
                                : "it never answers: no case fits its left side.",
                        "Move it up, change its left side, or remove it."));
    }

    private static boolean isLastResort(Table table, org.camunda.bpm.model.dmn.instance.Rule rule) {
        return table.number(rule) == table.rules().size()
                && rule.getInputEntries().stream()
                        .allMatch(cell -> Table.text(cell).isEmpty());
    }
}
