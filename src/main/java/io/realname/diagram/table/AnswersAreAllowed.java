package io.realname.diagram.table;

import io.realname.diagram.catalogue.NeverAnswered;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import io.realname.diagram.rule.Rule;
import io.realname.diagram.table.Cases.Case;
import java.util.List;
import java.util.stream.Stream;

/** No rule of a table lets one person decide where two must. */
final class AnswersAreAllowed implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().tables().stream()
                .flatMap(table -> checked.catalogue().never().stream()
                        .filter(never ->
                                table.columns().containsKey(never.answer().fact()))
                        .flatMap(never -> Cases.of(table, checked.catalogue()).stream()
                                .flatMap(cases -> wrong(table, never, cases))));
    }

    private static Stream<Finding> wrong(Table table, NeverAnswered never, List<Case> cases) {
        List<String> answers =
                table.answers(table.columns().getOrDefault(never.answer().fact(), 0));
        String forbidden = "\"" + never.answer().value() + "\"";
        return cases.stream()
                .filter(one -> never.when()
                        .value()
                        .equals(one.values().get(never.when().fact())))
                .filter(one -> !one.fitting().isEmpty())
                .map(one -> one.fitting().nextSetBit(0))
                .distinct()
                .filter(rule -> rule < answers.size() && forbidden.equals(answers.get(rule)))
                .map(rule -> table.fault(
                        table.rules().get(rule),
                        "it answers " + forbidden + " for " + never.answer().fact() + " also if " + never.when() + ": "
                                + never.because() + ".",
                        "Write a group, or exclude this case on the left side."));
    }
}
