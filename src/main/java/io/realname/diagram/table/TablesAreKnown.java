package io.realname.diagram.table;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import io.realname.diagram.rule.Rule;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.dmn.HitPolicy;

/** A table has an id of its own, somebody asks it, and it says how its rules are read. */
final class TablesAreKnown implements Rule {

    private static final Pattern KEY = Pattern.compile("[a-z]+(-[a-z]+)*");

    @Override
    public Stream<Finding> check(Checked checked) {
        Set<String> asked = checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.all(BusinessRuleTask.class))
                .map(BusinessRuleTask::getCamundaDecisionRef)
                .filter(key -> key != null)
                .collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        Stream<Finding> missing = checked.models().whole()
                ? checked.catalogue().tables().stream()
                        .filter(table -> checked.models().table(table.key()).isEmpty())
                        .map(table -> Finding.of(
                                "bpmn",
                                "no file contains the table " + table.key() + ", which the application asks.",
                                "If its id was changed, change it back."))
                : Stream.empty();
        return Stream.concat(
                checked.models().tables().stream()
                        .flatMap(table -> check(table, asked, checked, seen.add(table.key()))),
                missing);
    }

    private static Stream<Finding> check(Table table, Set<String> asked, Checked checked, boolean first) {
        Stream.Builder<Finding> found = Stream.builder();
        if (!first) {
            found.add(table.fault(
                    "another file contains a table with the same id, " + table.key()
                            + ": the engine would keep one of the two.",
                    "Give this one another id."));
        } else if (!KEY.matcher(table.key()).matches()) {
            found.add(table.fault(
                    "the id " + table.key() + " is not made of words in small letters with hyphens.",
                    "Write an id like attempt-limits."));
        } else if (!asked.contains(table.key())
                && checked.catalogue().table(table.key()).isEmpty()) {
            found.add(table.fault(
                    "nobody asks this table: no diagram here does, and the application does not.",
                    "Remove it, or draw a business rule task that asks " + table.key() + "."));
        }
        if (Diagram.isBlank(table.decision().getCamundaHistoryTimeToLiveString())) {
            found.add(table.fault("it has no time to live.", "Write one, for example P180D."));
        }
        if (table.table().isEmpty()) {
            found.add(table.fault("it is no table.", "Draw a decision table; a formula cannot be read in a list."));
            return found.build();
        }
        HitPolicy policy = table.table().get().getHitPolicy();
        boolean list = policy == HitPolicy.RULE_ORDER && !asked.contains(table.key());
        if (policy != HitPolicy.FIRST && !list) {
            found.add(table.fault(
                    "its hit policy is " + policy.name().replace('_', ' ')
                            + ". The tables are read from the top, and the first rule that fits answers.",
                    "Set the hit policy to FIRST."));
        }
        table.rules().stream()
                .filter(rule -> rule.getDescription() == null
                        || Diagram.isBlank(rule.getDescription().getTextContent()))
                .map(rule -> table.fault(rule, "it has no annotation.", "Write in the last column why it is so."))
                .forEach(found::add);
        return found.build();
    }
}
