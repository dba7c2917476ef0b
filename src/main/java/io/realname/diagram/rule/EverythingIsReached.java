package io.realname.diagram.rule;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.flow.Course;
import io.realname.diagram.model.Finding;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** A way leads from a start to every element, and from every element on to an end. */
final class EverythingIsReached implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return StreamSupport.stream(checked.courses().all().spliterator(), false)
                .flatMap(course ->
                        Stream.concat(starts(course), course.diagram().nodes().flatMap(node -> check(course, node))));
    }

    private static Stream<Finding> starts(Course course) {
        long starts = course.diagram()
                .process()
                .getChildElementsByType(StartEvent.class)
                .size();
        return starts == 1
                ? Stream.empty()
                : Stream.of(course.diagram()
                        .fault(
                                "it has " + starts + " start events.",
                                "Draw exactly one, besides those of sub-processes."));
    }

    private static Stream<Finding> check(Course course, FlowNode node) {
        Stream.Builder<Finding> found = Stream.builder();
        if (!course.reaches(node)) {
            found.add(course.diagram()
                    .fault(node, "no way leads there from the start.", "Draw a flow to it, or remove it."));
        }
        boolean eventPart = node instanceof SubProcess part && part.triggeredByEvent();
        if (course.diagram().outgoing(node).isEmpty() && !(node instanceof EndEvent) && !eventPart) {
            found.add(course.diagram()
                    .fault(
                            node,
                            "no flow leads on from it: the application would end there without an outcome.",
                            "Draw the flow to what follows, or to an end event."));
        }
        return found.build();
    }
}
