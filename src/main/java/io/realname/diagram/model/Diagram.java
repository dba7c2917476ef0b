package io.realname.diagram.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** A process as it is drawn in a file. */
public final class Diagram {

    /** The namespace of Camunda's own attributes. */
    public static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final Pattern DELEGATE = Pattern.compile("\\$\\{([a-z][A-Za-z0-9]*)}");

    private final String file;
    private final Process process;
    private final List<FlowElement> elements = new ArrayList<>();
    private final Map<String, FlowNode> nodes = new LinkedHashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> incoming = new HashMap<>();
    private final Map<FlowNode, List<SequenceFlow>> outgoing = new HashMap<>();
    private final Picture picture;

    Diagram(String file, Process process) {
        this.file = file;
        this.process = process;
        collect(process.getFlowElements());
        for (FlowElement element : elements) {
            if (element instanceof FlowNode node) {
                nodes.put(node.getId(), node);
            }
        }
        all(SequenceFlow.class).forEach(flow -> {
            source(flow)
                    .ifPresent(node -> outgoing.computeIfAbsent(node, key -> new ArrayList<>())
                            .add(flow));
            target(flow)
                    .ifPresent(node -> incoming.computeIfAbsent(node, key -> new ArrayList<>())
                            .add(flow));
        });
        this.picture = new Picture(model());
    }

    private void collect(Collection<FlowElement> found) {
        for (FlowElement element : found) {
            elements.add(element);
            if (element instanceof SubProcess part) {
                collect(part.getFlowElements());
            }
        }
    }

    public String file() {
        return file;
    }

    /** The id of the process. */
    public String key() {
        return process.getId();
    }

    /** The name of the process; its id if it has none. */
    public String name() {
        return isBlank(process.getName()) ? process.getId() : process.getName();
    }

    public Process process() {
        return process;
    }

    public BpmnModelInstance model() {
        return (BpmnModelInstance) process.getModelInstance();
    }

    /** All elements of the process and its sub-processes. */
    public Stream<FlowElement> elements() {
        return elements.stream();
    }

    public Stream<FlowNode> nodes() {
        return nodes.values().stream();
    }

    /** The flows that lead to the node, as the engine sees them: by their own ends. */
    public List<SequenceFlow> incoming(FlowNode node) {
        return incoming.getOrDefault(node, List.of());
    }

    /** The flows that lead away from the node. */
    public List<SequenceFlow> outgoing(FlowNode node) {
        return outgoing.getOrDefault(node, List.of());
    }

    public Optional<FlowNode> source(SequenceFlow flow) {
        return node(flow.getAttributeValue("sourceRef"));
    }

    public Optional<FlowNode> target(SequenceFlow flow) {
        return node(flow.getAttributeValue("targetRef"));
    }

    /** The node at whose border the event stands. */
    public Optional<FlowNode> host(BoundaryEvent event) {
        return node(event.getAttributeValue("attachedToRef"));
    }

    /** Whether the flow is the gateway's default flow. */
    public static boolean isDefault(FlowNode gateway, SequenceFlow flow) {
        return flow.getId().equals(gateway.getAttributeValue("default"));
    }

    private Optional<FlowNode> node(@Nullable String id) {
        return Optional.ofNullable(id).map(nodes::get);
    }

    /** Where the elements stand. */
    public Picture picture() {
        return picture;
    }

    public <T extends BpmnModelElementInstance> Stream<T> all(Class<T> type) {
        return elements.stream().filter(type::isInstance).map(type::cast);
    }

    /** The elements of a kind that stand in the file beside the process, such as messages and errors. */
    public <T extends ModelElementInstance> Collection<T> beside(Class<T> type) {
        return model().getModelElementsByType(type);
    }

    /** The event definitions of a kind in this process. */
    public <T extends EventDefinition> Stream<T> events(Class<T> type) {
        return nodes().flatMap(node -> node.getChildElementsByType(type).stream());
    }

    /** The name of the delegate that a service task or an end event runs; absent if it runs none. */
    public static Optional<String> delegateOf(FlowNode node) {
        String own = node.getAttributeValueNs(CAMUNDA, "delegateExpression");
        String expression = own != null
                ? own
                : node.getChildElementsByType(MessageEventDefinition.class).stream()
                        .map(MessageEventDefinition::getCamundaDelegateExpression)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return Optional.ofNullable(expression).flatMap(Diagram::delegateIn);
    }

    /** The name in {@code ${name}}; empty if the expression is anything else. */
    public static Optional<String> delegateIn(String expression) {
        Matcher matcher = DELEGATE.matcher(expression.strip());
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The extension elements of a kind. */
    public static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        ExtensionElements extensions = element.getExtensionElements();
        return extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(type).list();
    }

    /** Whether a job begins before ({@code asyncBefore}) or behind ({@code asyncAfter}) the node. */
    public static boolean isSet(FlowNode node, String attribute) {
        return "true".equals(node.getAttributeValueNs(CAMUNDA, attribute));
    }

    public static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** The code of the error; empty if the definition names none. */
    public static String codeOf(ErrorEventDefinition definition) {
        return definition.getError() == null || definition.getError().getErrorCode() == null
                ? ""
                : definition.getError().getErrorCode();
    }

    public Finding fault(ModelElementInstance element, String sentence, String advice) {
        return finding(element, sentence, advice, Finding.Weight.FAULT);
    }

    public Finding hint(ModelElementInstance element, String sentence, String advice) {
        return finding(element, sentence, advice, Finding.Weight.HINT);
    }

    /** A fault of the process as a whole. */
    public Finding fault(String sentence, String advice) {
        return new Finding(file, name(), key(), null, sentence, advice, Finding.Weight.FAULT);
    }

    private Finding finding(ModelElementInstance element, String sentence, String advice, Finding.Weight weight) {
        String id = element.getAttributeValue("id");
        return new Finding(file, name(), id, label(element), sentence, advice, weight);
    }

    /** How a reader finds the element in the picture: its name in quotation marks, else what it is. */
    public static String label(ModelElementInstance element) {
        String name = element.getAttributeValue("name");
        if (element instanceof SequenceFlow flow) {
            String from = flow.getSource() == null ? "" : " from " + label(flow.getSource());
            String to = flow.getTarget() == null ? "" : " to " + label(flow.getTarget());
            return "the flow" + (isBlank(name) ? "" : " \"" + name + "\"") + from + to;
        }
        return isBlank(name)
                ? "the " + kindOf(element) + " " + element.getAttributeValue("id")
                : "\"" + name.strip() + "\"";
    }

    /** {@code exclusive gateway} for an {@code exclusiveGateway}. */
    public static String kindOf(ModelElementInstance element) {
        return kindOf(element.getDomElement());
    }

    public static String kindOf(DomElement element) {
        return element.getLocalName()
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replace("sub process", "sub-process");
    }
}
