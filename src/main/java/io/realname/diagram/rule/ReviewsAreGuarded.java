package io.realname.diagram.rule;

import io.realname.diagram.catalogue.Nearest;
import io.realname.diagram.catalogue.ReviewTask;
import io.realname.diagram.catalogue.ReviewTask.Listener;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.flow.Names;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.jspecify.annotations.Nullable;

/** Tasks for people are those that the application guards: who may take them, that a vote counts, and counts once. */
final class ReviewsAreGuarded implements Rule {

    private static final String FORM = "embedded:deployment:";

    private static final Map<String, String> MOMENTS = Map.of(
            "create", "a task is created",
            "assignment", "a task is assigned",
            "complete", "a task is completed",
            "delete", "a task is cancelled");

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream()
                .flatMap(diagram -> Stream.concat(
                        diagram.all(UserTask.class).flatMap(task -> check(diagram, task, checked)),
                        diagram.nodes()
                                .filter(node -> !(node instanceof UserTask))
                                .flatMap(node -> foreign(diagram, node, List.of()))));
    }

    private static Stream<Finding> check(Diagram diagram, UserTask task, Checked checked) {
        Optional<ReviewTask> known = checked.catalogue().reviewTasks().stream()
                .filter(review ->
                        review.id().equals(task.getId()) && review.process().equals(diagram.key()))
                .findFirst();
        Stream<Finding> guarded =
                known.isPresent() ? listeners(diagram, task, known.get()) : Stream.of(unknown(diagram, task, checked));
        return Stream.of(guarded, groups(diagram, task, checked), fields(diagram, task, checked))
                .flatMap(found -> found);
    }

    private static Finding unknown(Diagram diagram, UserTask task, Checked checked) {
        String tasks = checked.catalogue().reviewTasks().stream()
                .map(review -> review.id() + " in " + review.process())
                .collect(Collectors.joining(", "));
        return diagram.fault(
                task,
                "the application does not know this task for people, so nobody would check who decides. It knows "
                        + tasks + ".",
                "Call \"Review by people\" instead; its tables say which group decides.");
    }

    private static Stream<Finding> listeners(Diagram diagram, UserTask task, ReviewTask review) {
        List<String> drawn = Diagram.extensions(task, CamundaTaskListener.class).stream()
                .map(ReviewsAreGuarded::key)
                .toList();
        Stream<Finding> missing = review.listeners().stream()
                .filter(listener -> !drawn.contains(listener.event() + " " + listener.delegate()))
                .map(listener -> diagram.fault(
                        task,
                        "the listener ${" + listener.delegate() + "} is missing, which runs when "
                                + MOMENTS.getOrDefault(listener.event(), listener.event()) + ": "
                                + listener.otherwise() + ".",
                        "Add it under Task listeners: event " + listener.event() + ", delegate expression ${"
                                + listener.delegate() + "}."));
        return Stream.concat(missing, foreign(diagram, task, review.listeners()));
    }

    private static Stream<Finding> foreign(Diagram diagram, FlowNode node, List<Listener> known) {
        return Diagram.extensions(node, CamundaTaskListener.class).stream()
                .map(ReviewsAreGuarded::key)
                .filter(key ->
                        known.stream().noneMatch(listener -> key.equals(listener.event() + " " + listener.delegate())))
                .map(key -> diagram.fault(
                        node,
                        "it has a listener that the application does not know (" + key.strip()
                                + "). Nobody sees that in the picture.",
                        "Remove it."));
    }

    private static String key(CamundaTaskListener listener) {
        String expression = listener.getCamundaDelegateExpression();
        return listener.getCamundaEvent() + " "
                + (expression == null ? "" : Diagram.delegateIn(expression).orElse(expression));
    }

    private static Stream<Finding> groups(Diagram diagram, UserTask task, Checked checked) {
        if (!Diagram.isBlank(task.getCamundaAssignee()) || !Diagram.isBlank(task.getCamundaCandidateUsers())) {
            return Stream.of(diagram.fault(
                    task, "it is for a person, not for a group: nobody can stand in.", "Write a group instead."));
        }
        String groups = task.getCamundaCandidateGroups();
        if (Diagram.isBlank(groups)) {
            return Stream.of(diagram.fault(
                    task, "it is for no group, so nobody sees it.", "Write ${reviewGroup} under Candidate groups."));
        }
        return Arrays.stream(groups.split(","))
                .map(String::strip)
                .filter(group -> Names.fact(group).isEmpty()
                        && !checked.catalogue().groups().contains(group))
                .map(group -> diagram.fault(task, Groups.unknown(group, checked.catalogue()), Groups.ADVICE));
    }

    private static Stream<Finding> fields(Diagram diagram, UserTask task, Checked checked) {
        Stream.Builder<Finding> found = Stream.builder();
        String due = task.getCamundaDueDate();
        if (!Diagram.isBlank(due) && Names.fact(due).isEmpty() && !Durations.isDuration(due)) {
            found.add(diagram.fault(
                    task, "the due date " + due + " is neither a fact nor a duration.", "Write ${reviewDue} or P2D."));
        }
        String priority = task.getCamundaPriority();
        if (!Diagram.isBlank(priority) && Names.fact(priority).isEmpty() && !priority.matches("\\d{1,3}")) {
            found.add(diagram.fault(
                    task, "the priority " + priority + " is neither a fact nor a number.", "Write ${reviewPriority}."));
        }
        form(task.getCamundaFormKey(), checked)
                .ifPresent(sentence -> found.add(diagram.fault(
                        task, sentence, "Write " + FORM + "bpmn/forms/review.html under Forms, Form key.")));
        return found.build();
    }

    private static Optional<String> form(@Nullable String key, Checked checked) {
        if (Diagram.isBlank(key)) {
            return Optional.of("it has no form, so reviewers could not decide.");
        }
        String file = String.valueOf(key).replaceFirst("^" + FORM, "");
        if (checked.models().files().contains(file)) {
            return Optional.empty();
        }
        return Optional.of("its form " + key + " is not among the files that are deployed together."
                + Nearest.suggestion(file, checked.models().files()));
    }
}
