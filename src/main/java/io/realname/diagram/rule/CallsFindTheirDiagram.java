package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.flow.Names;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;

/** A call finds the diagram that it calls, in the same version, and gets the facts back that it asks for. */
final class CallsFindTheirDiagram implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> diagram.all(CallActivity.class).flatMap(call -> check(diagram, call, checked)));
    }

    private static Stream<Finding> check(Diagram diagram, CallActivity call, Checked checked) {
        Stream.Builder<Finding> found = Stream.builder();
        String key = String.valueOf(call.getCalledElement());
        if (checked.models().diagram(key).isEmpty()) {
            found.add(diagram.fault(
                    call,
                    "it calls the process " + key + ", which is not among the files that are deployed together."
                            + Nearest.suggestion(
                                    key,
                                    checked.models().diagrams().stream()
                                            .map(Diagram::key)
                                            .toList()),
                    "Write the id of a process of this folder, and deploy the whole folder."));
        }
        if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
            found.add(diagram.fault(
                    call,
                    "it is not bound to its own deployment: applications under way would get another version of the"
                            + " called diagram.",
                    "Open it, Called element, Binding: deployment."));
        }
        if (Diagram.extensions(call, CamundaIn.class).stream()
                .noneMatch(in -> "#{execution.processBusinessKey}".equals(in.getCamundaBusinessKey()))) {
            found.add(diagram.fault(
                    call,
                    "it does not hand over the business key: the called diagram would not know its application.",
                    "Choose the template of the call again."));
        }
        checked.courses()
                .of(key)
                .ifPresent(called -> Names.outs(call)
                        .map(out -> out.getCamundaSource())
                        .filter(Objects::nonNull)
                        .filter(fact -> !called.isThereAtTheEnd(fact))
                        .forEach(fact -> found.add(diagram.fault(
                                call,
                                "it takes the fact " + fact + " from \""
                                        + called.diagram().name() + "\", which does not leave it at each of its ends.",
                                "Draw the step that leaves it there, on every way."))));
        return found.build();
    }
}
