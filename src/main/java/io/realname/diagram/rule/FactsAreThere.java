package io.realname.diagram.rule;

import io.realname.diagram.catalogue.KnownMessage;
import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.flow.Course;
import io.realname.diagram.flow.Missing;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Whatever a gateway, a table or a step reads has been left before, on every way that leads there. */
final class FactsAreThere implements Rule {

    @Override
    public Stream<Finding> check(Checked checked) {
        return StreamSupport.stream(checked.courses().all().spliterator(), false)
                .flatMap(course -> course.diagram()
                        .nodes()
                        .filter(course::reaches)
                        .flatMap(node -> checked.names().read(node).stream()
                                .filter(fact -> !course.isThere(fact, node))
                                .map(fact -> isInput(fact, node, checked)
                                        ? input(fact, node, course, checked)
                                        : missing(fact, node, course, checked))));
    }

    private static boolean isInput(String name, FlowNode node, Checked checked) {
        return checked.names()
                .step(node)
                .filter(step -> step.takes().contains(name))
                .isPresent();
    }

    private static Finding input(String name, FlowNode node, Course course, Checked checked) {
        String from = Course.messageWith(name, checked.catalogue())
                .map(KnownMessage::name)
                .map(message -> "the message " + message)
                .orElse("the start of the application");
        return course.diagram()
                .fault(
                        node,
                        "it takes what the client sends with " + from + ", and that is not there any more.",
                        "Draw it directly behind " + from + ".");
    }

    private static Finding missing(String fact, FlowNode node, Course course, Checked checked) {
        Missing why = course.whyMissing(fact, node);
        String reader = node instanceof BusinessRuleTask ? "its table reads the fact " : "it reads the fact ";
        return course.diagram().fault(node, reader + fact + sentence(why, fact, checked), advice(why, fact, checked));
    }

    private static String sentence(Missing why, String fact, Checked checked) {
        if (why instanceof Missing.OnOneWay way) {
            return ", but it is not there when the application comes from " + Diagram.label(way.over()) + ".";
        }
        if (why instanceof Missing.LostByWaiting lost) {
            return ", but it is only there until the application waits, and it waits at " + Diagram.label(lost.at())
                    + ".";
        }
        if (why instanceof Missing.OutOfDate old) {
            return ", but it is out of date: " + Diagram.label(old.changedBy())
                    + " has changed what the table had decided with.";
        }
        Set<String> known = known(checked);
        return known.contains(fact)
                ? ", but nothing before it leaves this fact."
                : ", but no step and no table leaves a fact of that name." + Nearest.suggestion(fact, known);
    }

    private static String advice(Missing why, String fact, Checked checked) {
        if (why instanceof Missing.OutOfDate) {
            return "Ask the table again behind it.";
        }
        String steps = leaving(fact, checked);
        if (why instanceof Missing.LostByWaiting) {
            return "Read it before that" + (steps.isEmpty() ? "." : ", or draw " + steps + " again behind it.");
        }
        if (steps.isEmpty()) {
            return "Use a fact that is there. A new one needs a developer.";
        }
        return why instanceof Missing.OnOneWay
                ? "Draw " + steps + " on that way too."
                : "Draw " + steps + " before it.";
    }

    private static String leaving(String fact, Checked checked) {
        List<Step> steps = checked.names().leaving(fact);
        Stream<String> tables = checked.models().tables().stream()
                .filter(table -> table.columns().containsKey(fact))
                .map(table -> "the table \"" + table.name() + "\"");
        return Stream.concat(steps.stream().map(step -> "\"" + step.label() + "\""), tables)
                .collect(Collectors.joining(" or "));
    }

    private static Set<String> known(Checked checked) {
        Set<String> known = new TreeSet<>(checked.catalogue().facts().keySet());
        checked.models().diagrams().stream()
                .flatMap(Diagram::nodes)
                .forEach(node -> known.addAll(checked.names().left(node)));
        return known;
    }
}
