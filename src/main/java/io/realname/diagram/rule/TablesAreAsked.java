package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.flow.Names;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import io.realname.diagram.model.Table;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;

/** A business rule task finds its table, in the same version, and its answers become facts of the same names. */
final class TablesAreAsked implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.all(BusinessRuleTask.class).flatMap(task -> check(diagram, task, checked)));
    }

    private static Stream<Finding> check(Diagram diagram, BusinessRuleTask task, Checked checked) {
        Stream.Builder<Finding> found = Stream.builder();
        String key = task.getCamundaDecisionRef();
        if (Diagram.isBlank(key)) {
            return Stream.of(diagram.fault(task, "it asks no table.", "Choose the template of a decision table."));
        }
        checked.models()
                .table(key)
                .ifPresentOrElse(
                        table -> answers(diagram, task, table, found),
                        () -> found.add(diagram.fault(
                                task,
                                "it asks the table " + key
                                        + ", which is not among the files that are deployed together."
                                        + Nearest.suggestion(
                                                key,
                                                checked.models().tables().stream()
                                                        .map(Table::key)
                                                        .toList()),
                                "Write the id of a table of this folder, and deploy the whole folder.")));
        if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
            found.add(diagram.fault(
                    task,
                    "it is not bound to its own deployment: applications under way would get another version of the"
                            + " table.",
                    "Open it, Implementation, Binding: deployment."));
        }
        return found.build();
    }

    private static void answers(Diagram diagram, BusinessRuleTask task, Table table, Stream.Builder<Finding> found) {
        boolean one = "singleEntry".equals(task.getCamundaMapDecisionResult())
                && !Diagram.isBlank(task.getCamundaResultVariable());
        boolean named = "singleResult".equals(task.getCamundaMapDecisionResult())
                && Diagram.isBlank(task.getCamundaResultVariable())
                && !Diagram.extensions(task, CamundaInputOutput.class).isEmpty();
        if (!one && !named) {
            found.add(diagram.fault(
                    task, "the answer of the table does not become facts.", "Choose the template of the table again."));
            return;
        }
        Set<String> columns = new TreeSet<>(table.columns().keySet());
        Set<String> facts = new TreeSet<>(Names.answers(task));
        if (!columns.equals(facts)) {
            found.add(diagram.fault(
                    task,
                    "the table \"" + table.name() + "\" answers " + String.join(", ", columns)
                            + ", but the step makes of it the facts " + String.join(", ", facts) + ".",
                    "Give the columns and the facts the same names."));
        }
        Diagram.extensions(task, CamundaInputOutput.class).stream()
                .flatMap(mapping -> mapping.getCamundaOutputParameters().stream())
                .filter(output -> !("${decisionResult.getSingleResult()." + output.getCamundaName() + "}")
                        .equals(output.getTextContent().strip()))
                .forEach(output -> found.add(diagram.fault(
                        task,
                        "the fact " + output.getCamundaName() + " is not the answer of the same name, but "
                                + output.getTextContent().strip() + ".",
                        "Choose the template of the table again.")));
    }
}
