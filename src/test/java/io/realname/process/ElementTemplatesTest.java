package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever clicks a step in Camunda Modeler sees its template, in the version that is in force. */
class ElementTemplatesTest {

    private static final List<ElementTemplate> TEMPLATES = ElementTemplate.all();
    private static final StepTemplates STEPS = new StepTemplates(TEMPLATES);
    private static final TemplateVersions VERSIONS = TemplateVersions.listed();

    /** The facts that say why an application ends, where the diagram does not know it itself. */
    private static final Set<String> REASON_FACTS = Set.of("${reviewReason}", "${reason}");

    @ParameterizedTest
    @MethodSource("templates")
    void modelerAcceptsTheTemplate(ElementTemplate template) {
        assertThat(TemplateFormat.violations(template)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void stepsCarryTheirTemplates(Path file) {
        assertThat(STEPS.violations(Bpmn.readModelFromFile(file.toFile()))).isEmpty();
    }

    @Test
    void everyTemplateIsCarried() {
        Set<String> carried = new TreeSet<>();
        diagrams().forEach(file -> carried.addAll(StepTemplates.carried(Bpmn.readModelFromFile(file.toFile()))));
        assertThat(carried)
                .containsExactlyInAnyOrderElementsOf(
                        TEMPLATES.stream().map(ElementTemplate::id).toList());
    }

    @ParameterizedTest
    @MethodSource("templates")
    void changedTemplateHasANewVersion(ElementTemplate template) {
        String advice = VERSIONS.advice(template);
        assertThat(advice).withFailMessage(advice).isEmpty();
    }

    /** The Modeler can't offer them as a list, because no template reaches into the event definition. */
    @Test
    void templateOfTheEndsNamesAllOutcomesAndReasons() {
        List<List<String>> codes = Pattern.compile("one of these codes: ([A-Z_, ]+)\\.")
                .matcher(template("end-application").description())
                .results()
                .map(found -> List.of(found.group(1).split(", ")))
                .toList();
        assertThat(codes).containsExactly(names(OutcomeCode.values()), names(OutcomeReason.values()));
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void endsStateAnOutcomeAndReasonThatExist(Path file) {
        assertThat(strangeCodes(Bpmn.readModelFromFile(file.toFile()))).isEmpty();
    }

    @Test
    void strangeReasonIsFound() {
        assertThat(strangeCodes(spoiled("appeal", ">TOO_MANY_APPEALS<", ">TOO_MANY<")))
                .containsExactly("TooManyAppeals: TOO_MANY");
        assertThat(strangeCodes(spoiled("appeal", ">${reviewReason}<", ">${reviewGroup}<")))
                .containsExactly("AppealRejected: ${reviewGroup}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            new-user-verification | camunda:modelerTemplate="io.realname.bind-identity" camunda:modelerTemplateVersion=" | camunda:modelerTemplate="io.realname.bind-identity" camunda:modelerTemplateVersion="9 | BindIdentity: version 9
            new-user-verification | camunda:modelerTemplate="io.realname.bind-identity" camunda:modelerTemplateVersion=" | camunda:modelerTemplate="io.realname.bind-identity" camunda:jobPriority="         | BindIdentity: version null of template
            new-user-verification | camunda:modelerTemplate="io.realname.bind-identity" camunda:modelerTemplateVersion=" | camunda:jobPriority="                                                             | BindIdentity: no template
            new-user-verification | camunda:modelerTemplate="io.realname.bind-identity" | camunda:modelerTemplate="org.example.bind" | BindIdentity: template org.example.bind does not exist
            new-user-verification | camunda:modelerTemplate="io.realname.bind-identity" | camunda:modelerTemplate="io.realname.choose-check" | BindIdentity: camunda:delegateExpression is ${bindIdentity}, its template says ${chooseCheck}
            new-user-verification | camunda:modelerTemplate="io.realname.bind-identity" | camunda:modelerTemplate="io.realname.end-application" | BindIdentity: template io.realname.end-application is not for bpmn:ServiceTask
            new-user-verification | "${bindIdentity}" | "${bindIdentiy}" | BindIdentity: camunda:delegateExpression is ${bindIdentiy}, its template says ${bindIdentity}
            new-user-verification | id="BindIdentity" name="Bind identity" | id="BindIdentity" name=" " | BindIdentity: name is empty
            new-user-verification | camunda:asyncBefore="true" | camunda:exclusive="true" | CheckBankCard: camunda:asyncBefore is null, its template says true
            new-user-verification | camunda:resultVariable="cardAcceptance" | camunda:resultVariable="card" | DecideOnCard: camunda:resultVariable is card
            new-user-verification | camunda:calledElementBinding="deployment" | camunda:calledElementBinding="latest" | ConfirmMobile: camunda:calledElementBinding is latest
            new-user-verification | source="reviewReason" target="reviewReason" | source="reviewReason" target="reason" | ReviewDocuments: camunda:out reviewReason is reason
            appeal | <camunda:in source="reviewDue" target="reviewDue" /> | <camunda:in source="reviewGroup" target="reviewDue" /> | ReviewAppeal: camunda:in reviewDue is reviewGroup
            appeal | <camunda:in source="reviewDue" target="reviewDue" /> | <camunda:in source="holder" target="holder" /> | ReviewAppeal: camunda:in holder stands in no template
            appeal | <camunda:outputParameter name="reviewDue">${decisionResult.getSingleResult().reviewDue}</camunda:outputParameter> | ` ` | RouteAppeal: camunda:outputParameter ${decisionResult.getSingleResult().reviewDue} is null
            review-by-people | camunda:dueDate="${reviewDue}" | camunda:dueDate="P1D" | FirstReview: camunda:dueDate is P1D
            """)
    void spoiledStepIsFound(String diagram, String sound, String spoiled, String violation) {
        assertThat(STEPS.violations(spoiled(diagram, sound, spoiled))).anyMatch(found -> found.startsWith(violation));
    }

    /** Of the kinds that no diagram has today, and of an event that runs a delegate. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <bpmn:sendTask id="New" name="New" />
            <bpmn:task id="New" name="New" />
            <bpmn:intermediateThrowEvent id="New"><bpmn:messageEventDefinition camunda:delegateExpression="${tell}" /></bpmn:intermediateThrowEvent>
            <bpmn:exclusiveGateway id="New"><bpmn:extensionElements><camunda:executionListener event="start" delegateExpression="${tell}" /></bpmn:extensionElements></bpmn:exclusiveGateway>
            """)
    void newStepWithoutATemplateIsFound(String step) {
        assertThat(STEPS.violations(spoiled("appeal", "<bpmn:serviceTask ", step + "<bpmn:serviceTask ")))
                .containsExactly("New: no template; choose one in the Modeler under Template");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "version": 1,                | "version": "1",               | version is not a number from 1 on
            "version": 1,                | ` `                           | version is not a number from 1 on
            io.realname.check-amount     | io.realname.amount            | id is not io.realname.check-amount
            json-schema/                 | json/                         | $schema is not
            "name": "Check amount"       | "name": ""                    | no name
            "bpmn:Task",                 | "Task",                       | appliesTo [Task, bpmn:ServiceTask]
            "value": "bpmn:ServiceTask"  | "value": "bpmn:UserTask"      | elementType is not one that the template applies to
            "entriesVisible": true,      | "entriesVisible": "yes",      | entriesVisible is neither true nor false
            "properties"                 | "propertys"                   | unknown key propertys
            "type": "Boolean",           | "type": "Checkbox",           | camunda:asyncBefore: type Checkbox
            "type": "Boolean",           | "type": "Dropdown",           | camunda:asyncBefore: value is none of the choices
            "type": "property",          | "type": "camunda:taskListener", | camunda:taskListener
            "value": true,               | ` `                           | camunda:asyncBefore: value
            "label": "Name",             | ` `                           | name: no label
            "name": "camunda:asyncBefore" | "name": "name"               | name: bound twice
            "group": "fixed",            | ` `                           | groups [change, fixed], used are [change]
            "notEmpty": true             | "notEmpty": "yes"             | name: notEmpty is neither true nor false
            "notEmpty": true             | "pattern": {"value": "("}     | name: pattern (
            """)
    void spoiledTemplateIsFound(String sound, String spoiled, String violation) {
        String json = firstVersion("check-amount");
        assertThat(json).contains(sound);
        assertThat(TemplateFormat.violations(ElementTemplate.of("check-amount", json.replace(sound, spoiled))))
                .anyMatch(found -> found.contains(violation));
    }

    @Test
    void dropDownAllowsOnlyItsChoices() {
        ElementTemplate choosing = ElementTemplate.of("choose", """
                {"id": "io.realname.bind-identity", "version": 1, "appliesTo": ["bpmn:ServiceTask"], "properties": [
                  {"type": "Dropdown", "value": "${a}", "choices": [{"name": "A", "value": "${a}"}, {"name": "B", "value": "%s"}],
                   "binding": {"type": "property", "name": "camunda:delegateExpression"}}]}
                """.formatted("${bindIdentity}"));
        BpmnModelInstance diagram = spoiled("new-user-verification", "Bind identity", "Bind");
        String violation = "BindIdentity: camunda:delegateExpression is ${bindIdentity}, which is none of the choices";
        assertThat(new StepTemplates(List.of(choosing)).violations(diagram)).doesNotContain(violation);
        ElementTemplate other =
                ElementTemplate.of("choose", choosing.json().toString().replace("${bindIdentity}", "${b}"));
        assertThat(new StepTemplates(List.of(other)).violations(diagram)).contains(violation);
    }

    @Test
    void changeWithoutANewVersionIsFound() {
        ElementTemplate first = ElementTemplate.of("check-amount", firstVersion("check-amount"));
        TemplateVersions listed = new TemplateVersions(List.of("# comment", first.id() + " 1 " + first.checksum()));
        assertThat(listed.advice(first)).isEmpty();
        assertThat(listed.advice(ElementTemplate.of("check-amount", first.json().toString())))
                .as("other spaces")
                .isEmpty();

        String changed = first.json().toString().replace("\"version\":1", "\"version\":1,\"more\":true");
        assertThat(listed.advice(ElementTemplate.of("check-amount", changed)))
                .startsWith("check-amount.json has changed, so it needs a new version; it says version 1.")
                .contains("\"version\": 2", "modelerTemplateVersion=\"2\"");

        ElementTemplate second = ElementTemplate.of("check-amount", changed.replace("\"version\":1", "\"version\":2"));
        String line = second.id() + " 2 " + second.checksum();
        assertThat(listed.advice(second)).endsWith(line);
        String history = first.id() + " 1 " + first.checksum();
        assertThat(new TemplateVersions(List.of(history, line)).advice(second)).isEmpty();
        assertThat(new TemplateVersions(List.of(history, line)).advice(first)).contains("\"version\": 3");
        assertThat(new TemplateVersions(List.of(history, line.replace(" 2 ", " 1 "))).advice(first))
                .contains("twice");
        assertThat(new TemplateVersions(List.of()).advice(first)).endsWith(history);

        ElementTemplate raised =
                ElementTemplate.of("check-amount", first.json().toString().replace("\"version\":1", "\"version\":2"));
        assertThat(listed.advice(raised))
                .contains("has not changed since version 1")
                .contains("\"version\": 1");
    }

    private static List<String> strangeCodes(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(EndEvent.class).stream()
                .flatMap(end -> end.getChildElementsByType(MessageEventDefinition.class).stream()
                        .flatMap(
                                message -> message
                                        .getExtensionElements()
                                        .getElementsQuery()
                                        .filterByType(CamundaField.class)
                                        .list()
                                        .stream())
                        .filter(field -> !isKnown(
                                field.getCamundaName(), field.getTextContent().strip()))
                        .map(field ->
                                end.getId() + ": " + field.getTextContent().strip()))
                .toList();
    }

    private static boolean isKnown(String field, String code) {
        return switch (field) {
            case "outcome" -> names(OutcomeCode.values()).contains(code);
            case "reason" -> names(OutcomeReason.values()).contains(code) || REASON_FACTS.contains(code);
            default -> false;
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    private static ElementTemplate template(String file) {
        return TEMPLATES.stream()
                .filter(template -> template.file().equals(file))
                .findFirst()
                .orElseThrow();
    }

    /** The template as it is, but in version 1: so that these tests outlive its versions. */
    private static String firstVersion(String file) {
        return text(ElementTemplate.FOLDER.resolve(file + ".json")).replaceFirst("\"version\": \\d+", "\"version\": 1");
    }

    private static BpmnModelInstance spoiled(String diagram, String sound, String spoiled) {
        String xml = text(Path.of("bpmn", diagram + ".bpmn"));
        assertThat(xml.contains(sound)).as("%s in %s", sound, diagram).isTrue();
        String once = xml.replaceFirst(Pattern.quote(sound), Matcher.quoteReplacement(spoiled));
        return Bpmn.readModelFromStream(new ByteArrayInputStream(once.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<ElementTemplate> templates() {
        return TEMPLATES;
    }

    private static List<Path> diagrams() {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
