package io.realname.diagram.catalogue;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that the application offers to diagrams and tables.
 *
 * @param steps by which service tasks and end events do their work
 * @param reviewTasks the tasks for people
 * @param reviewFacts what a task for people leaves, once it is completed
 * @param answers facts that tables leave, and that code or people read
 * @param processes the processes whose ids the application knows
 * @param messages the messages that it or its clients send
 * @param tables the tables that it asks itself
 * @param never what no table may answer
 * @param outcomes the codes of outcomes
 * @param reasons the codes of reasons of outcomes
 * @param groups the groups of people
 */
public record Catalogue(
        List<Step> steps,
        List<ReviewTask> reviewTasks,
        List<DiagramFact> reviewFacts,
        List<DiagramFact> answers,
        List<KnownProcess> processes,
        List<KnownMessage> messages,
        List<KnownTable> tables,
        List<NeverAnswered> never,
        Set<String> outcomes,
        Set<String> reasons,
        Set<String> groups) {

    /** The name of what a client sends when it starts a process. */
    public static final String START_INPUT = "application";

    public Catalogue {
        steps = List.copyOf(steps);
        reviewTasks = List.copyOf(reviewTasks);
        reviewFacts = List.copyOf(reviewFacts);
        answers = List.copyOf(answers);
        processes = List.copyOf(processes);
        messages = List.copyOf(messages);
        tables = List.copyOf(tables);
        never = List.copyOf(never);
        outcomes = Set.copyOf(outcomes);
        reasons = Set.copyOf(reasons);
        groups = Set.copyOf(groups);
    }

    /** The same, with groups that an administrator has made. */
    public Catalogue withGroups(Collection<String> more) {
        Set<String> all = new TreeSet<>(groups);
        all.addAll(more);
        return new Catalogue(
                steps, reviewTasks, reviewFacts, answers, processes, messages, tables, never, outcomes, reasons, all);
    }

    public Optional<Step> step(String delegate) {
        return steps.stream().filter(step -> step.delegate().equals(delegate)).findFirst();
    }

    public Optional<KnownProcess> process(String key) {
        return processes.stream().filter(process -> process.key().equals(key)).findFirst();
    }

    public Optional<KnownMessage> message(String name) {
        return messages.stream().filter(message -> message.name().equals(name)).findFirst();
    }

    public Optional<KnownTable> table(String key) {
        return tables.stream().filter(table -> table.key().equals(key)).findFirst();
    }

    /** The facts of which the application knows something, by their names. */
    public Map<String, DiagramFact> facts() {
        return Stream.of(
                        steps.stream().flatMap(step -> Stream.concat(step.leaves().stream(), step.reads().stream())),
                        reviewFacts.stream(),
                        answers.stream())
                .flatMap(facts -> facts)
                .collect(Collectors.toMap(DiagramFact::name, Function.identity(), (a, b) -> b, TreeMap::new));
    }
}
