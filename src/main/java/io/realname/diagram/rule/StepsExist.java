package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** A service task does what its delegate expression names, and that exists. */
final class StepsExist implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        List<String> steps = checked.catalogue().steps().stream()
                .map(Step::delegate)
                .sorted()
                .toList();
        return checked.models().diagrams().stream()
                .flatMap(diagram ->
                        diagram.all(ServiceTask.class).flatMap(task -> check(diagram, task, steps, checked).stream()));
    }

    private static Optional<Finding> check(Diagram diagram, ServiceTask task, List<String> steps, Checked checked) {
        String expression = task.getCamundaDelegateExpression();
        if (Diagram.isBlank(expression)) {
            return Optional.of(diagram.fault(task, "it does nothing.", "Choose the template of a step."));
        }
        Optional<String> delegate = Diagram.delegateIn(expression);
        if (delegate.isEmpty()) {
            return Optional.of(diagram.fault(
                    task,
                    "the delegate expression " + expression + " is not the name of a step.",
                    "Write it like ${checkBankCard}, or choose the template of a step."));
        }
        if (checked.catalogue().step(delegate.get()).isEmpty()) {
            return Optional.of(diagram.fault(
                    task,
                    "there is no step " + delegate.get() + "." + Nearest.suggestion(delegate.get(), steps),
                    "Choose the template of a step. If none does what you need, ask a developer for a new one."));
        }
        if (delegate.get().equals("endApplication")) {
            return Optional.of(
                    diagram.fault(task, "only an end event may end an application.", "Draw an end event instead."));
        }
        return Optional.empty();
    }
}
