package io.realname.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;

/**
 * Holds the steps of a diagram against their templates, as Camunda Modeler reads both. A step is what does work of ours:
 * every task, every call of a diagram, every event that runs a delegate.
 */
final class StepTemplates {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private final Map<String, ElementTemplate> templates;

    StepTemplates(List<ElementTemplate> templates) {
        this.templates =
                templates.stream().collect(Collectors.toMap(ElementTemplate::id, Function.identity(), (a, b) -> a));
    }

    /** The ids of the templates that the steps of the diagram carry. */
    static Set<String> carried(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(FlowElement.class).stream()
                .map(element -> element.getAttributeValueNs(CAMUNDA, "modelerTemplate"))
                .filter(id -> id != null)
                .collect(Collectors.toSet());
    }

    static List<FlowNode> steps(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(FlowNode.class).stream()
                .filter(StepTemplates::isStep)
                .toList();
    }

    List<String> violations(BpmnModelInstance diagram) {
        List<String> found = new ArrayList<>();
        for (FlowElement element : diagram.getModelElementsByType(FlowElement.class)) {
            boolean step = element instanceof FlowNode node && isStep(node);
            String id = element.getAttributeValueNs(CAMUNDA, "modelerTemplate");
            if (id == null) {
                if (step) {
                    found.add(element.getId() + ": no template; choose one in the Modeler under Template");
                }
                continue;
            }
            ElementTemplate template = templates.get(id);
            if (template == null) {
                found.add(element.getId() + ": template " + id + " does not exist");
                continue;
            }
            checkVersion(element, template, found);
            if (!template.appliesTo().contains(typeOf(element))) {
                found.add(element.getId() + ": template " + id + " is not for " + typeOf(element));
                continue;
            }
            for (JsonNode property : template.properties()) {
                checkValue(element, property, found);
            }
            checkMappings(element, template, found);
        }
        return found;
    }

    private static boolean isStep(FlowNode node) {
        if (node instanceof SubProcess) {
            return false;
        }
        return node instanceof Activity || runsDelegate(node.getDomElement());
    }

    private static boolean runsDelegate(DomElement element) {
        return element.hasAttribute(CAMUNDA, "delegateExpression")
                || element.hasAttribute("delegateExpression")
                || element.getChildElements().stream().anyMatch(StepTemplates::runsDelegate);
    }

    private static String typeOf(FlowElement element) {
        String name = element.getDomElement().getLocalName();
        return "bpmn:" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private static void checkVersion(FlowElement element, ElementTemplate template, List<String> found) {
        String version = element.getAttributeValueNs(CAMUNDA, "modelerTemplateVersion");
        if (!String.valueOf(template.version()).equals(version)) {
            found.add(element.getId() + ": version " + version + " of template " + template.id()
                    + ", which is at version " + template.version() + "; write camunda:modelerTemplateVersion=\""
                    + template.version() + "\"");
        }
    }

    private static void checkValue(FlowElement element, JsonNode property, List<String> found) {
        String name = TemplateFormat.nameOf(property);
        String here = element.getId() + ": " + name;
        String value = value(element.getDomElement(), property.path("binding"));
        String wanted = property.path("value").asText();
        String type = property.path("type").asText();
        boolean fixed = type.equals("Hidden") || !property.path("editable").asBoolean(true);
        if (fixed && !wanted.equals(value)) {
            found.add(here + " is " + value + ", its template says " + wanted);
        }
        if (type.equals("Dropdown") && choices(property).noneMatch(choice -> choice.equals(value))) {
            found.add(here + " is " + value + ", which is none of the choices");
        }
        JsonNode constraints = property.path("constraints");
        if (constraints.path("notEmpty").asBoolean() && (value == null || value.isBlank())) {
            found.add(here + " is empty");
        }
        if (constraints.has("pattern")
                && (value == null
                        || !value.matches(constraints.at("/pattern/value").asText()))) {
            found.add(here + " is " + value + ": "
                    + constraints.at("/pattern/message").asText());
        }
    }

    private static Stream<String> choices(JsonNode property) {
        List<String> values = new ArrayList<>();
        property.path("choices")
                .forEach(choice -> values.add(choice.path("value").asText()));
        return values.stream();
    }

    /** The Modeler takes away what is passed in or out and stands in no template, as soon as one is applied. */
    private static void checkMappings(FlowElement element, ElementTemplate template, List<String> found) {
        Set<String> known = new TreeSet<>();
        template.properties().forEach(property -> known.add(TemplateFormat.nameOf(property)));
        mappings(element.getDomElement()).forEach((name, value) -> {
            if (!known.contains(name)) {
                found.add(element.getId() + ": " + name + " stands in no template");
            }
        });
    }

    private static @Nullable String value(DomElement element, JsonNode binding) {
        String type = binding.path("type").asText();
        if (type.equals("property")) {
            String name = binding.path("name").asText();
            return name.startsWith("camunda:")
                    ? element.getAttribute(CAMUNDA, name.substring("camunda:".length()))
                    : element.getAttribute(name);
        }
        String bound = binding.has("target")
                ? binding.path("target").asText()
                : binding.path("source").asText();
        return mappings(element).get(bound.isEmpty() ? type : type + " " + bound);
    }

    /** What is passed into and out of a step, by the names of {@link TemplateFormat#nameOf}. */
    private static Map<String, String> mappings(DomElement step) {
        Map<String, String> values = new TreeMap<>();
        step.getChildElements().stream()
                .filter(child -> child.getLocalName().equals("extensionElements"))
                .flatMap(extensions -> extensions.getChildElements().stream())
                .flatMap(extension -> extension.getLocalName().equals("inputOutput")
                        ? extension.getChildElements().stream()
                        : Stream.of(extension))
                .forEach(mapping -> {
                    switch (mapping.getLocalName()) {
                        case "in" -> {
                            if (mapping.hasAttribute("businessKey")) {
                                values.put("camunda:in:businessKey", mapping.getAttribute("businessKey"));
                            } else {
                                values.put("camunda:in " + mapping.getAttribute("target"), sourceOf(mapping));
                            }
                        }
                        case "out" -> values.put("camunda:out " + sourceOf(mapping), mapping.getAttribute("target"));
                        case "inputParameter" ->
                            values.put(
                                    "camunda:inputParameter " + mapping.getAttribute("name"), mapping.getTextContent());
                        case "outputParameter" ->
                            values.put(
                                    "camunda:outputParameter " + mapping.getTextContent(),
                                    mapping.getAttribute("name"));
                        default -> {
                            // nothing that a step passes in or out
                        }
                    }
                });
        return values;
    }

    private static String sourceOf(DomElement mapping) {
        return mapping.hasAttribute("source")
                ? mapping.getAttribute("source")
                : mapping.getAttribute("sourceExpression");
    }
}
