package io.realname.diagram.table;

import io.realname.diagram.rule.Rule;
import java.util.List;

/** All rules of tables. */
public final class TableRules {

    public static final List<Rule> ALL = List.of(
            new TablesAreKnown(),
            new ColumnsReadFacts(),
            new CellsCanBeRead(),
            new CodesAreListed(),
            new AnswersAreValues(),
            new NoCaseIsForgotten(),
            new EveryRuleAnswers(),
            new AnswersAreAllowed());

    private TableRules() {}
}
