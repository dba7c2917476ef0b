package io.realname.diagram.table;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import io.realname.diagram.rule.Durations;
import io.realname.diagram.rule.Groups;
import io.realname.diagram.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;

/** The right side of each rule is a value that the fact may have, or a formula that can be read. */
final class AnswersAreValues implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().tables().stream().flatMap(table -> check(table, checked.catalogue()));
    }

    private static Stream<Finding> check(Table table, Catalogue catalogue) {
        List<Output> outputs = table.outputs();
        return table.rules().stream().flatMap(rule -> {
            List<OutputEntry> answers = List.copyOf(rule.getOutputEntries());
            Stream.Builder<Finding> found = Stream.builder();
            for (int column = 0; column < Math.min(answers.size(), outputs.size()); column++) {
                wrong(table, outputs.get(column), Table.text(answers.get(column)), catalogue)
                        .ifPresent(sentence -> found.add(table.fault(rule, sentence, "Correct the cell.")));
            }
            return found.build();
        });
    }

    private static Optional<String> wrong(Table table, Output output, String answer, Catalogue catalogue) {
        String cell = "in the column \"" + Table.label(output) + "\", " + answer;
        if (answer.isEmpty()) {
            return Optional.of("the column \"" + Table.label(output) + "\" is empty.");
        }
        boolean text = answer.matches("\"[^\"]*\"");
        boolean number = answer.matches("-?\\d+(\\.\\d+)?");
        boolean flag = answer.equals("true") || answer.equals("false");
        if (!text && !number && !flag) {
            return Feel.formula(answer)
                    .map(failure -> cell + " cannot be read. A text stands in quotation marks, like \"ALLOWED\".");
        }
        String value = text ? answer.substring(1, answer.length() - 1) : answer;
        Optional<String> strange = Columns.of(table, output, catalogue)
                .flatMap(fact -> strange(cell, value, text, number, fact.kind(), catalogue));
        return strange.isPresent() ? strange : unlisted(cell, value, output);
    }

    private static Optional<String> strange(
            String cell, String value, boolean text, boolean number, FactKind kind, Catalogue catalogue) {
        if (kind instanceof FactKind.Flag) {
            return text || number ? Optional.of(cell + " is neither true nor false.") : Optional.empty();
        }
        if (kind instanceof FactKind.Count count) {
            boolean whole = number && value.matches("\\d{1,9}") && Integer.parseInt(value) <= count.most();
            return whole
                    ? Optional.empty()
                    : Optional.of(cell + " is not a whole number from 0"
                            + (count.most() == Integer.MAX_VALUE ? "" : " to " + count.most()) + ".");
        }
        if (!text) {
            return Optional.of(cell + " is not a text in quotation marks.");
        }
        if (kind instanceof FactKind.Period && !Durations.isDuration(value)) {
            return Optional.of(cell + " is not a duration of days, hours, minutes and seconds, like P1D or PT24H.");
        }
        if (kind instanceof FactKind.Group group
                && !catalogue.groups().contains(value)
                && !(group.orNone() && value.equals("none"))) {
            return Optional.of(Groups.unknown(value, catalogue));
        }
        Set<String> values = Domain.values(kind);
        return values.isEmpty() || values.contains(value)
                ? Optional.empty()
                : Optional.of(cell + " is none of " + String.join(", ", new TreeSet<>(values)) + "."
                        + Nearest.suggestion(value, values));
    }

    /** What the column itself states as possible answers. */
    private static Optional<String> unlisted(String cell, String value, Output output) {
        Set<String> listed = output.getOutputValues() == null
                ? Set.of()
                : Cell.read(Table.text(output.getOutputValues()))
                        .map(Cell::values)
                        .orElse(new TreeSet<>());
        return listed.isEmpty() || listed.contains(value)
                ? Optional.empty()
                : Optional.of(cell + " is none of the column's own values: " + String.join(", ", listed) + "."
                        + Nearest.suggestion(value, listed));
    }
}
