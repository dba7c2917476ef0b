package io.realname.process;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * What Camunda Modeler accepts as a template for Camunda 7, and what this project adds: a version, an id after the file,
 * a label for whatever is shown. Stricter than the schema that the Modeler uses: a key that we do not use is refused, so
 * a mistyped one is found.
 */
final class TemplateFormat {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";
    private static final Set<String> KEYS = Set.of(
            "$schema",
            "name",
            "id",
            "version",
            "description",
            "appliesTo",
            "elementType",
            "entriesVisible",
            "groups",
            "properties");
    private static final Set<String> PROPERTY_KEYS =
            Set.of("label", "description", "type", "group", "value", "editable", "choices", "constraints", "binding");

    /** Of each kind of binding, the one key that says to what it is bound; and the types of field that it may have. */
    private static final Map<String, String> BOUND_BY = Map.of(
            "property", "name",
            "camunda:in", "target",
            "camunda:in:businessKey", "type",
            "camunda:out", "source",
            "camunda:outputParameter", "source");

    private static final Set<String> TYPES = Set.of("String", "Hidden", "Dropdown");
    private static final Set<String> TYPES_OF_ATTRIBUTES = Set.of("String", "Text", "Hidden", "Dropdown", "Boolean");

    private TemplateFormat() {}

    static List<String> violations(ElementTemplate template) {
        List<String> found = new ArrayList<>();
        JsonNode json = template.json();
        keys(json, KEYS, found);
        if (!SCHEMA.equals(json.path("$schema").asText())) {
            found.add("$schema is not " + SCHEMA);
        }
        if (!template.id().equals("io.realname." + template.file())) {
            found.add("id is not io.realname." + template.file());
        }
        if (template.version() < 1) {
            found.add("version is not a number from 1 on");
        }
        for (String key : List.of("name", "description")) {
            if (json.path(key).asText().isBlank()) {
                found.add("no " + key);
            }
        }
        if (!json.path("entriesVisible").isBoolean()) {
            found.add("entriesVisible is neither true nor false");
        }
        Set<String> types = template.appliesTo();
        if (types.isEmpty() || !types.stream().allMatch(type -> type.matches("bpmn:[A-Z]\\w+"))) {
            found.add("appliesTo " + types);
        }
        if (json.has("elementType")
                && !types.contains(json.at("/elementType/value").asText())) {
            found.add("elementType is not one that the template applies to");
        }
        if (!json.path("properties").isArray()) {
            found.add("no properties");
        }
        Set<String> groups = new TreeSet<>();
        json.path("groups").forEach(group -> groups.add(group.path("id").asText()));
        Set<String> used = new TreeSet<>();
        Set<String> bound = new TreeSet<>();
        for (JsonNode property : template.properties()) {
            checkProperty(property, found);
            if (!bound.add(nameOf(property))) {
                found.add(nameOf(property) + ": bound twice");
            }
            if (property.has("group")) {
                used.add(property.path("group").asText());
            }
        }
        if (!groups.equals(used)) {
            found.add("groups " + groups + ", used are " + used);
        }
        return found;
    }

    /** How a property is told: by what it is bound to. */
    static String nameOf(JsonNode property) {
        JsonNode binding = property.path("binding");
        String type = binding.path("type").asText();
        String by = BOUND_BY.getOrDefault(type, "name");
        String name = binding.path(by).asText();
        return type.equals("property") || by.equals("type") ? name : type + " " + name;
    }

    private static void checkProperty(JsonNode property, List<String> found) {
        String name = nameOf(property);
        String type = property.path("type").asText();
        JsonNode binding = property.path("binding");
        String kind = binding.path("type").asText();
        keys(property, PROPERTY_KEYS, found);
        if (!BOUND_BY.containsKey(kind)) {
            found.add(name + ": binding of type " + kind
                    + " is not one that we use; StepTemplates must learn to read it");
            return;
        }
        keys(binding, new TreeSet<>(List.of("type", BOUND_BY.get(kind))), found);
        if (name.isBlank()) {
            found.add("bound to nothing: " + property);
        }
        if (!(kind.equals("property") ? TYPES_OF_ATTRIBUTES : TYPES).contains(type)) {
            found.add(name + ": type " + type);
        }
        // The Modeler writes the value when the template is applied; without one it would take away what is there.
        JsonNode value = property.path("value");
        if (type.equals("Boolean") ? !value.isBoolean() : !value.isTextual()) {
            found.add(name + ": value " + value);
        }
        if (!type.equals("Hidden") && property.path("label").asText().isBlank()) {
            found.add(name + ": no label");
        }
        if (type.equals("Dropdown")) {
            Set<String> choices = new TreeSet<>();
            for (JsonNode choice : property.path("choices")) {
                choices.add(choice.path("value").asText());
                if (choice.path("name").asText().isBlank()) {
                    found.add(name + ": a choice without a name");
                }
            }
            if (!choices.contains(value.asText())) {
                found.add(name + ": value is none of the choices");
            }
        }
        checkConstraints(name, property.path("constraints"), found);
    }

    private static void checkConstraints(String name, JsonNode constraints, List<String> found) {
        keys(constraints, Set.of("notEmpty", "pattern"), found);
        if (constraints.has("notEmpty") && !constraints.path("notEmpty").isBoolean()) {
            found.add(name + ": notEmpty is neither true nor false");
        }
        if (constraints.has("pattern")) {
            try {
                Pattern.compile(constraints.at("/pattern/value").asText());
            } catch (PatternSyntaxException e) {
                found.add(name + ": pattern " + e.getPattern());
            }
            if (constraints.at("/pattern/message").asText().isBlank()) {
                found.add(name + ": a pattern without a message");
            }
        }
    }

    private static void keys(JsonNode object, Set<String> known, List<String> found) {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                found.add("unknown key " + key);
            }
        });
    }
}
