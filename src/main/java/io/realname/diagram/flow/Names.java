package io.realname.diagram.flow;

import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.KnownMessage;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.model.Condition;
import io.realname.diagram.model.ConditionReader;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Models;
import io.realname.diagram.model.NotAComparisonException;
import io.realname.diagram.model.Table;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Which names of facts each node of a diagram reads and leaves. */
public final class Names {

    private static final Pattern WORD = Pattern.compile("\"[^\"]*\"|[A-Za-z_]\\w*");
    private static final Pattern NUMBERED = Pattern.compile("[A-Za-z_]\\w*");

    private final Models models;
    private final Catalogue catalogue;
    private final Map<String, Step> steps;
    private final Map<FlowNode, Set<String>> read = new HashMap<>();
    private final Map<FlowNode, Set<String>> left = new HashMap<>();
    private final Map<String, Set<String>> decidedWith = new HashMap<>();

    public Names(Models models, Catalogue catalogue) {
        this.models = models;
        this.catalogue = catalogue;
        this.steps = catalogue.steps().stream().collect(Collectors.toMap(Step::delegate, step -> step));
        for (Diagram diagram : models.diagrams()) {
            diagram.nodes().forEach(node -> {
                read.put(node, readBy(diagram, node));
                left.put(node, leftBy(node));
            });
            diagram.all(BusinessRuleTask.class).forEach(this::decides);
        }
    }

    private void decides(BusinessRuleTask task) {
        if (task.getCamundaDecisionRef() != null) {
            models.table(task.getCamundaDecisionRef())
                    .ifPresent(table -> read(table)
                            .forEach(fact -> decidedWith
                                    .computeIfAbsent(fact, key -> new TreeSet<>())
                                    .addAll(answers(task))));
        }
    }

    /** The step of the node, if it runs one that exists. */
    public Optional<Step> step(FlowNode node) {
        return Diagram.delegateOf(node).map(steps::get);
    }

    /** The facts that must be there when the node begins. */
    public Set<String> read(FlowNode node) {
        return read.getOrDefault(node, Set.of());
    }

    private Set<String> readBy(Diagram diagram, FlowNode node) {
        Set<String> read = new LinkedHashSet<>();
        step(node).ifPresent(step -> {
            step.takes().forEach(read::add);
            step.reads().forEach(fact -> read.add(fact.name()));
        });
        fields(node)
                .map(CamundaField::getCamundaExpressionChild)
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent)
                .forEach(expression -> fact(expression).ifPresent(read::add));
        if (node instanceof BusinessRuleTask task && task.getCamundaDecisionRef() != null) {
            models.table(task.getCamundaDecisionRef()).ifPresent(table -> read.addAll(read(table)));
        }
        if (node instanceof UserTask task) {
            Stream.of(task.getCamundaCandidateGroups(), task.getCamundaDueDate(), task.getCamundaPriority())
                    .forEach(expression -> fact(expression).ifPresent(read::add));
        }
        if (node instanceof CallActivity call) {
            Diagram.extensions(call, CamundaIn.class).stream()
                    .map(CamundaIn::getCamundaSource)
                    .filter(Objects::nonNull)
                    .forEach(read::add);
        }
        diagram.outgoing(node).forEach(flow -> condition(flow).ifPresent(condition -> read.addAll(condition.facts())));
        return read;
    }

    /** The facts that a table reads: in its columns, and in the formulas of its answers. */
    public static Set<String> read(Table table) {
        Set<String> read = new LinkedHashSet<>();
        table.inputs().stream()
                .map(Table::fact)
                .filter(NUMBERED.asMatchPredicate())
                .forEach(read::add);
        for (int column = 0; column < table.outputs().size(); column++) {
            table.answers(column).forEach(answer -> read.addAll(words(answer)));
        }
        return read;
    }

    /** The names in a formula of a table, without texts in quotation marks. */
    public static Set<String> words(String formula) {
        Set<String> words = new TreeSet<>();
        WORD.matcher(formula)
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.startsWith("\""))
                .filter(word -> !Set.of("true", "false", "null", "not").contains(word))
                .forEach(words::add);
        return words;
    }

    /** The facts that the node may leave. */
    public Set<String> left(FlowNode node) {
        return left.getOrDefault(node, Set.of());
    }

    private Set<String> leftBy(FlowNode node) {
        Set<String> left = new LinkedHashSet<>();
        step(node).ifPresent(step -> step.leaves().forEach(fact -> left.add(fact.name())));
        if (node instanceof BusinessRuleTask task) {
            left.addAll(answers(task));
        }
        if (node instanceof UserTask) {
            catalogue.reviewFacts().stream().map(DiagramFact::name).forEach(left::add);
        }
        if (node instanceof CallActivity call) {
            outs(call)
                    .map(CamundaOut::getCamundaTarget)
                    .filter(Objects::nonNull)
                    .forEach(left::add);
        }
        node.getChildElementsByType(ErrorEventDefinition.class).stream()
                .map(ErrorEventDefinition::getCamundaErrorMessageVariable)
                .filter(Objects::nonNull)
                .forEach(left::add);
        message(node).map(KnownMessage::input).ifPresent(left::add);
        return left;
    }

    /** The facts that a table leaves when this task asks it. */
    public static Set<String> answers(BusinessRuleTask task) {
        Set<String> answers = new LinkedHashSet<>();
        if (task.getCamundaResultVariable() != null) {
            answers.add(task.getCamundaResultVariable());
        }
        Diagram.extensions(task, CamundaInputOutput.class).stream()
                .flatMap(mapping -> mapping.getCamundaOutputParameters().stream())
                .map(CamundaOutputParameter::getCamundaName)
                .filter(Objects::nonNull)
                .forEach(answers::add);
        return answers;
    }

    /** The message that the event waits for, if the application knows it. */
    public Optional<KnownMessage> message(FlowNode node) {
        return node instanceof CatchEvent
                ? node.getChildElementsByType(MessageEventDefinition.class).stream()
                        .map(MessageEventDefinition::getMessage)
                        .filter(message -> message != null && message.getName() != null)
                        .findFirst()
                        .flatMap(message -> catalogue.message(message.getName()))
                : Optional.empty();
    }

    /** The facts that tables answer, and that are out of date as soon as this fact changes. */
    public Set<String> decidedWith(String fact) {
        return decidedWith.getOrDefault(fact, Set.of()).stream()
                .filter(answer -> !answer.equals(fact))
                .collect(Collectors.toSet());
    }

    /**
     * What a step is called, in one line.
     *
     * @param step absent if the diagram does not have it
     * @param otherwise what stands for a step without a name
     */
    public static String label(@Nullable ModelElementInstance step, String otherwise) {
        return step instanceof FlowNode node
                        && node.getName() != null
                        && !node.getName().isBlank()
                ? node.getName().replaceAll("\\s+", " ")
                : otherwise;
    }

    /** The fields of an end event or a task. */
    public static Stream<CamundaField> fields(FlowNode node) {
        return Stream.concat(Stream.of(node), node.getChildElementsByType(MessageEventDefinition.class).stream())
                .flatMap(owner -> Diagram.extensions(owner, CamundaField.class).stream());
    }

    public static Stream<CamundaOut> outs(CallActivity call) {
        return Diagram.extensions(call, CamundaOut.class).stream();
    }

    /** The condition of the flow; empty if it has none, or none that can be read. */
    public static Optional<Condition> condition(SequenceFlow flow) {
        if (flow.getConditionExpression() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    ConditionReader.read(flow.getConditionExpression().getTextContent()));
        } catch (NotAComparisonException e) {
            return Optional.empty();
        }
    }

    /** The fact in {@code ${fact}}. */
    public static Optional<String> fact(@Nullable String expression) {
        return expression == null ? Optional.empty() : Diagram.delegateIn(expression);
    }

    /** The steps of the catalogue that leave a fact. */
    public List<Step> leaving(String fact) {
        return catalogue.steps().stream()
                .filter(step ->
                        step.leaves().stream().anyMatch(left -> left.name().equals(fact)))
                .toList();
    }
}
