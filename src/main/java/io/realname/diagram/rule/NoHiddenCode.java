package io.realname.diagram.rule;

import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * No code that nobody sees in the picture: no scripts, classes, connectors, external tasks, no listeners but those of
 * reviews, and no expressions but those that other rules know.
 */
final class NoHiddenCode implements Rule {

    private static final Map<String, String> ATTRIBUTES = Map.of(
            "class", "a Java class",
            "expression", "an expression that runs code",
            "type", "an external task or a connector",
            "variableMappingClass", "a Java class",
            "variableMappingDelegateExpression", "code that maps variables");

    private static final Map<String, String> ELEMENTS = Map.of(
            "scriptTask", "a script",
            "script", "a script",
            "executionListener", "an execution listener",
            "connector", "a connector",
            "loadDataObject", "code that loads data");

    /** Expressions that are part of how diagrams hand facts over. */
    private static final List<Pattern> HANDED_OVER = List.of(
            Pattern.compile("\\$\\{[A-Za-z_]\\w*}"),
            Pattern.compile("#\\{execution\\.processBusinessKey}"),
            Pattern.compile("\\$\\{decisionResult\\.getSingleResult\\(\\)\\.\\w+}"));

    private static final Set<String> MAPPINGS = Set.of("in", "out", "inputParameter", "outputParameter", "field");

    @Override
    public Stream<Finding> check(Checked checked) {
        return checked.models().diagrams().stream().flatMap(diagram -> {
            Stream.Builder<Finding> found = Stream.builder();
            visit(diagram, diagram.process().getDomElement(), diagram.process(), found);
            return found.build();
        });
    }

    private static void visit(
            Diagram diagram, DomElement element, ModelElementInstance owner, Stream.Builder<Finding> found) {
        ModelElementInstance here = owner(element, owner);
        String kind = element.getLocalName();
        ATTRIBUTES.forEach((attribute, what) -> {
            if (element.hasAttribute(Diagram.CAMUNDA, attribute) || hides(element, attribute)) {
                found.add(hidden(diagram, here, what));
            }
        });
        String what = ELEMENTS.get(kind);
        if (what != null) {
            found.add(hidden(diagram, here, what));
        } else if (kind.equals("conditionExpression") && element.hasAttribute("language")) {
            found.add(hidden(diagram, here, "a script as its condition"));
        } else if (MAPPINGS.contains(kind)) {
            expressions(element)
                    .filter(text -> text.contains("${") || text.contains("#{"))
                    .filter(text -> HANDED_OVER.stream()
                            .noneMatch(known -> known.matcher(text.strip()).matches()))
                    .forEach(text -> found.add(hidden(diagram, here, "an expression that runs code, " + text.strip())));
        }
        element.getChildElements().forEach(child -> visit(diagram, child, here, found));
    }

    /** Listeners and fields state their attributes without the prefix. */
    private static boolean hides(DomElement element, String attribute) {
        return element.getLocalName().equals("taskListener")
                && (attribute.equals("class") || attribute.equals("expression"))
                && element.hasAttribute(attribute);
    }

    private static Stream<String> expressions(DomElement element) {
        Stream<String> attributes = Stream.of("source", "sourceExpression", "businessKey", "expression", "stringValue")
                .filter(element::hasAttribute)
                .map(element::getAttribute);
        return element.getChildElements().isEmpty()
                ? Stream.concat(attributes, Stream.of(element.getTextContent()))
                : Stream.concat(
                        attributes,
                        element.getChildElements().stream()
                                .filter(child -> !child.getLocalName().equals("script"))
                                .map(DomElement::getTextContent));
    }

    private static Finding hidden(Diagram diagram, ModelElementInstance element, String what) {
        return diagram.fault(
                element,
                "it contains " + what + ". Nobody sees that in the picture.",
                "Remove it. If no step does what you need, ask a developer for a new one.");
    }

    /** The nearest element that has an id and stands in the picture. */
    private static ModelElementInstance owner(DomElement element, ModelElementInstance owner) {
        return element.getModelElementInstance() instanceof BaseElement base
                        && base.getId() != null
                        && !element.getLocalName().endsWith("Definition")
                ? base
                : owner;
    }
}
