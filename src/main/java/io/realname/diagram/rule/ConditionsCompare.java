package io.realname.diagram.rule;

import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.flow.Names;
import io.realname.diagram.model.Condition;
import io.realname.diagram.model.ConditionReader;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.NotAComparisonException;
import io.realname.diagram.model.Table;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.jspecify.annotations.Nullable;

/** A condition compares facts with values that these facts can have. */
final class ConditionsCompare implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        Map<String, DiagramFact> facts = checked.catalogue().facts();
        return checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.all(SequenceFlow.class)
                        .filter(flow -> flow.getConditionExpression() != null)
                        .flatMap(flow -> check(diagram, flow, facts, checked)));
    }

    private static Stream<Finding> check(
            Diagram diagram, SequenceFlow flow, Map<String, DiagramFact> facts, Checked checked) {
        String text = flow.getConditionExpression().getTextContent().strip();
        Stream.Builder<Finding> found = Stream.builder();
        try {
            ConditionReader.read(text).visit(part -> {
                if (part instanceof Condition.Compares compares) {
                    values(diagram, compares.fact(), facts.get(compares.fact()), checked)
                            .flatMap(values -> unknown(compares, values))
                            .ifPresent(sentence -> found.add(diagram.fault(flow, sentence, "Correct the condition.")));
                } else if (part instanceof Condition.Holds holds && !mayHold(facts.get(holds.fact()))) {
                    found.add(diagram.fault(
                            flow,
                            "the condition asks whether " + holds.fact()
                                    + " is true, but this fact is not true or false.",
                            "Compare it with a value, like ${cardResult == 'MATCH'}."));
                }
            });
        } catch (NotAComparisonException e) {
            found.add(diagram.fault(
                    flow,
                    "the condition " + text + " is not a comparison of facts with values: " + e.getMessage() + ".",
                    "Write it like ${cardResult == 'MATCH'}."));
        }
        return found.build();
    }

    private static boolean mayHold(@Nullable DiagramFact fact) {
        return fact == null || fact.kind() instanceof FactKind.Flag;
    }

    private static Optional<String> unknown(Condition.Compares compares, Set<String> values) {
        if (values.contains(compares.value())) {
            return Optional.empty();
        }
        return Optional.of("the condition compares " + compares.fact() + " with '" + compares.value()
                + "', but that is none of its values: " + String.join(", ", values) + "."
                + Nearest.suggestion(compares.value(), values));
    }

    /** The values that a fact can have; empty if they are not listed, such as numbers. */
    private static Optional<Set<String>> values(
            Diagram diagram, String name, @Nullable DiagramFact fact, Checked checked) {
        if (fact != null && fact.kind() instanceof FactKind.Flag) {
            return Optional.of(new TreeSet<>(Set.of("true", "false")));
        }
        if (fact != null && fact.kind() instanceof FactKind.Code code) {
            return Optional.of(new TreeSet<>(code.values()));
        }
        if (fact != null && !(fact.kind() instanceof FactKind.Group)) {
            return Optional.empty();
        }
        Set<String> answers = new TreeSet<>();
        diagram.all(BusinessRuleTask.class)
                .filter(task -> Names.answers(task).contains(name))
                .flatMap(task -> checked.models().table(String.valueOf(task.getCamundaDecisionRef())).stream())
                .forEach(table -> answers.addAll(texts(table, name)));
        if (fact != null) {
            answers.addAll(checked.catalogue().groups());
            answers.add("none");
        }
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers);
    }

    /** The texts in quotation marks that a table answers in this column. */
    private static Set<String> texts(Table table, String output) {
        Integer column = table.columns().get(output);
        Set<String> texts = new TreeSet<>();
        if (column != null) {
            table.answers(column).stream()
                    .filter(answer -> answer.matches("\"[^\"]*\""))
                    .forEach(answer -> texts.add(answer.substring(1, answer.length() - 1)));
        }
        return texts;
    }
}
