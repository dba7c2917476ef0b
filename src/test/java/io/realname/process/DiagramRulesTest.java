package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BpmnModelElementInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFailedJobRetryTimeCycle;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputOutput;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every diagram keeps to, so that an analyst can read it and an operator is not surprised by it. */
class DiagramRulesTest {

    private static final Path MODELS = Path.of("bpmn");
    private static final Path TEMPLATES = Path.of(".camunda", "element-templates");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static final String DELEGATE = "\\$\\{[a-z][A-Za-z]*}";
    private static final String WORDS = "[A-Z][A-Za-z]+";
    private static final String DURATION = "P(?=[T0-9])(\\d+D)?(T(?=\\d)(\\d+H)?(\\d+M)?(\\d+S)?)?";
    private static final String KEY = "[a-z]+(-[a-z]+)*";

    private static final Set<String> PROCESSES = ids(Process.class, BaseElement::getId);
    private static final Set<String> CALLED_PROCESSES =
            ids(CallActivity.class, call -> ((CallActivity) call).getCalledElement());
    private static final Set<String> DECISIONS = decisions()
            .flatMap(file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).stream())
            .map(Decision::getId)
            .collect(Collectors.toSet());

    /** What a client may be told at the end, by the contract. */
    private static final Set<String> OUTCOMES = Set.of(
            "VERIFIED",
            "IDENTITY_OCCUPIED",
            "BANK_NOT_SUPPORTED",
            "CARD_TYPE_NOT_SUPPORTED",
            "CARD_DETAILS_MISMATCH",
            "CARD_NOT_USABLE",
            "TOO_MANY_ATTEMPTS",
            "MOBILE_CODE_FAILED",
            "EXPIRED",
            "WITHDRAWN",
            "ACCOUNT_NOT_VERIFIED",
            "VERIFIED_ACCOUNT_HAS_NO_MOBILE",
            "IDENTITY_BOUND_TO_ANOTHER_ACCOUNT",
            "MOBILE_CHANGED_RECENTLY",
            "APPEAL_APPROVED",
            "APPEAL_REJECTED",
            "HOLDER_HAS_OPEN_BUSINESS",
            "DOCUMENTS_REJECTED",
            "OBJECTION_RAISED",
            "NOTHING_TO_OBJECT_TO",
            "AMOUNT_FAILED",
            "ENTERPRISE_REJECTED");

    /** A diagram that keeps to every rule; the tests below spoil it in one place each. */
    private static final String SOUND = """
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="io.realname">
              <bpmn:process id="sound" name="Sound" isExecutable="true" camunda:historyTimeToLive="P180D">
                <bpmn:startEvent id="Asked" name="Asked"><bpmn:outgoing>AskedToAnswer</bpmn:outgoing></bpmn:startEvent>
                <bpmn:sequenceFlow id="AskedToAnswer" sourceRef="Asked" targetRef="Answer" />
                <bpmn:serviceTask id="Answer" name="Answer" camunda:delegateExpression="${answer}" camunda:asyncBefore="true">
                  <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
                  <bpmn:incoming>AskedToAnswer</bpmn:incoming><bpmn:outgoing>AnswerToGood</bpmn:outgoing>
                </bpmn:serviceTask>
                <bpmn:sequenceFlow id="AnswerToGood" sourceRef="Answer" targetRef="Good" />
                <bpmn:exclusiveGateway id="Good" name="Good?" default="GoodToRefused">
                  <bpmn:incoming>AnswerToGood</bpmn:incoming>
                  <bpmn:outgoing>GoodToVerified</bpmn:outgoing><bpmn:outgoing>GoodToRefused</bpmn:outgoing>
                </bpmn:exclusiveGateway>
                <bpmn:sequenceFlow id="GoodToVerified" name="yes" sourceRef="Good" targetRef="Verified">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${good}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="GoodToRefused" name="no" sourceRef="Good" targetRef="Refused" />
                <bpmn:endEvent id="Verified" name="Verified">
                  <bpmn:incoming>GoodToVerified</bpmn:incoming>
                  <bpmn:messageEventDefinition camunda:delegateExpression="${endApplication}">
                    <bpmn:extensionElements><camunda:field name="outcome"><camunda:string>VERIFIED</camunda:string></camunda:field></bpmn:extensionElements>
                  </bpmn:messageEventDefinition>
                </bpmn:endEvent>
                <bpmn:callActivity id="Refused" name="Refused" calledElement="confirm-mobile" camunda:calledElementBinding="deployment">
                  <bpmn:incoming>GoodToRefused</bpmn:incoming><bpmn:outgoing>RefusedToLimit</bpmn:outgoing>
                </bpmn:callActivity>
                <bpmn:sequenceFlow id="RefusedToLimit" sourceRef="Refused" targetRef="Limit" />
                <bpmn:businessRuleTask id="Limit" name="Limit" camunda:decisionRef="attempt-limits"
                    camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="attempt">
                  <bpmn:incoming>RefusedToLimit</bpmn:incoming><bpmn:outgoing>LimitToReview</bpmn:outgoing>
                </bpmn:businessRuleTask>
                <bpmn:sequenceFlow id="LimitToReview" sourceRef="Limit" targetRef="Review" />
                <bpmn:userTask id="Review" name="Review" camunda:candidateGroups="${reviewGroup}">
                  <bpmn:extensionElements>
                    <camunda:taskListener event="assignment" delegateExpression="${admitReviewer}" />
                    <camunda:taskListener event="complete" delegateExpression="${recordVote}" />
                  </bpmn:extensionElements>
                  <bpmn:incoming>LimitToReview</bpmn:incoming><bpmn:outgoing>ReviewToExpired</bpmn:outgoing>
                </bpmn:userTask>
                <bpmn:sequenceFlow id="ReviewToExpired" sourceRef="Review" targetRef="Expired" />
                <bpmn:endEvent id="Expired" name="Expired">
                  <bpmn:incoming>ReviewToExpired</bpmn:incoming>
                  <bpmn:messageEventDefinition camunda:delegateExpression="${endApplication}">
                    <bpmn:extensionElements><camunda:field name="outcome"><camunda:string>EXPIRED</camunda:string></camunda:field></bpmn:extensionElements>
                  </bpmn:messageEventDefinition>
                </bpmn:endEvent>
              </bpmn:process>
              <bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="sound">
                <bpmndi:BPMNShape bpmnElement="Asked"><dc:Bounds x="0" y="0" width="36" height="36" /></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="Answer"><dc:Bounds x="100" y="0" width="100" height="80" /></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="Good"><dc:Bounds x="300" y="0" width="50" height="50" /></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="Verified"><dc:Bounds x="400" y="0" width="36" height="36" /></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="Refused"><dc:Bounds x="300" y="100" width="100" height="80" /></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="Limit"><dc:Bounds x="500" y="100" width="100" height="80" /></bpmndi:BPMNShape>
                <bpmndi:BPMNShape bpmnElement="Expired"><dc:Bounds x="700" y="100" width="36" height="36" /></bpmndi:BPMNShape>
                <bpmndi:BPMNEdge bpmnElement="AskedToAnswer"><di:waypoint x="0" y="0" /><di:waypoint x="1" y="0" /></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge bpmnElement="AnswerToGood"><di:waypoint x="0" y="0" /><di:waypoint x="1" y="0" /></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge bpmnElement="GoodToVerified"><di:waypoint x="0" y="0" /><di:waypoint x="1" y="0" /></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge bpmnElement="GoodToRefused"><di:waypoint x="0" y="0" /><di:waypoint x="1" y="0" /></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge bpmnElement="RefusedToLimit"><di:waypoint x="0" y="0" /><di:waypoint x="1" y="0" /></bpmndi:BPMNEdge>
                <bpmndi:BPMNShape bpmnElement="Review"><dc:Bounds x="600" y="200" width="100" height="80" /></bpmndi:BPMNShape>
                <bpmndi:BPMNEdge bpmnElement="LimitToReview"><di:waypoint x="0" y="0" /><di:waypoint x="1" y="0" /></bpmndi:BPMNEdge>
                <bpmndi:BPMNEdge bpmnElement="ReviewToExpired"><di:waypoint x="0" y="0" /><di:waypoint x="1" y="0" /></bpmndi:BPMNEdge>
              </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    private static final String SOUND_DECISION = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn"
                id="definitions" name="Sound" namespace="http://camunda.org/schema/1.0/dmn">
              <decision id="sound" name="Sound" camunda:historyTimeToLive="P180D">
                <decisionTable id="table" hitPolicy="FIRST">
                  <output id="output" name="attempt" typeRef="string" />
                  <rule id="Always">
                    <description>Always.</description>
                    <outputEntry id="entry"><text>"ALLOWED"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @ParameterizedTest
    @MethodSource("diagrams")
    void diagramKeepsToTheRules(Path file) {
        assertThat(violations(Bpmn.readModelFromFile(file.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void decisionKeepsToTheRules(Path file) {
        assertThat(violations(Dmn.readModelFromFile(file.toFile()))).isEmpty();
    }

    @Test
    void stepsOfTheDiagramsAndElementTemplatesAreTheSame() throws IOException {
        Set<String> steps = diagrams()
                .flatMap(file ->
                        Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(ServiceTask.class).stream())
                .map(task -> task.getName() + " " + task.getCamundaDelegateExpression())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> templates = new TreeSet<>();
        for (Path file : files(TEMPLATES, ".json")) {
            JsonNode template = new ObjectMapper().readTree(file.toFile());
            for (JsonNode property : template.get("properties")) {
                if (property.at("/binding/name").asText().equals("camunda:delegateExpression")) {
                    templates.add(template.get("name").asText() + " "
                            + property.get("value").asText());
                }
            }
        }
        assertThat(templates).isEqualTo(steps);
    }

    @Test
    void soundModelsHaveNoViolation() {
        assertThat(violations(read(SOUND))).isEmpty();
        assertThat(violations(Dmn.readModelFromStream(stream(SOUND_DECISION)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            camunda:delegateExpression="${answer}"                  | camunda:class="io.realname.Answer"            | Answer: camunda:class
            camunda:delegateExpression="${answer}"                  | camunda:expression="${answer.now()}"          | Answer: camunda:expression
            camunda:delegateExpression="${answer}"                  | camunda:type="external" camunda:topic="t"     | Answer: camunda:type
            camunda:delegateExpression="${answer}"                  | camunda:delegateExpression="${a.b()}"         | Answer: delegate expression
            <camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle> | <camunda:executionListener event="start" delegateExpression="${hidden}" /> | Answer: executionListener
            <camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle> | <camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput> | Answer: script
            <camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle> | <camunda:properties />          | Answer: no retry cycle
            xsi:type="bpmn:tFormalExpression">${good}               | xsi:type="bpmn:tFormalExpression" language="groovy">good | GoodToVerified: script as condition
            <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${good}</bpmn:conditionExpression> | <bpmn:extensionElements /> | GoodToVerified: neither default nor conditional
            camunda:asyncBefore="true"                              | camunda:asyncBefore="true" camunda:asyncAfter="true" camunda:exclusive="false" | Answer: not exclusive
            name="Answer"                                           | camunda:jobPriority="1"                       | Answer: no name
            name="Good?"                                            | name=" "                                      | Good: no name
            name="yes"                                              | name=""                                       | GoodToVerified: no name
            default="GoodToRefused"                                 | gatewayDirection="Diverging"                  | Good: no default flow
            AskedToAnswer                                           | Flow_0abc123                                  | Flow_0abc123: id is no word
            "Asked"                                                 | "StartEvent_1"                                | StartEvent_1: id is no word
            id="sound"                                              | id="Process_1"                                | Process_1: id is no key
            bpmnElement="Answer"                                    | bpmnElement="Asked"                           | Answer: not drawn
            bpmnElement="GoodToRefused"                             | bpmnElement="GoodToVerified"                  | GoodToRefused: not drawn
            camunda:historyTimeToLive="P180D"                       | camunda:versionTag="1"                        | sound: no time to live
            camunda:calledElementBinding="deployment"               | camunda:calledElementBinding="latest"         | Refused: not bound by deployment
            calledElement="confirm-mobile"                          | calledElement="nowhere"                       | Refused: calls nowhere
            camunda:decisionRefBinding="deployment"                 | camunda:decisionRefBinding="latest"           | Limit: not bound by deployment
            camunda:decisionRef="attempt-limits"                    | camunda:decisionRef="nowhere"                 | Limit: asks nowhere
            camunda:mapDecisionResult="singleEntry"                 | camunda:mapDecisionResult="resultList"        | Limit: result is not one fact
            event="complete"                                        | event="delete"                                | Review: not guarded
            ${admitReviewer}                                        | ${admitAnybody}                               | Review: not guarded
            delegateExpression="${recordVote}"                      | expression="${recordVote.now()}"              | Review: not guarded
            camunda:candidateGroups="${reviewGroup}"                | camunda:assignee="reviewer1"                  | Review: for no group
            <camunda:string>EXPIRED</camunda:string>                | <camunda:string>GONE</camunda:string>         | Expired: outcome GONE
            <camunda:field name="outcome"><camunda:string>EXPIRED   | <camunda:field name="result"><camunda:string>EXPIRED | Expired: no outcome
            ${endApplication}                                       | ${endOtherwise}                               | Expired: no outcome
            id="sound"                                              | id="confirm-mobile"                           | Verified: a called process must not end the application
            """)
    void spoiledDiagramIsFound(String sound, String spoiled, String violation) {
        assertThat(SOUND).contains(sound);
        assertThat(violations(read(SOUND.replace(sound, spoiled)))).anyMatch(found -> found.startsWith(violation));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            camunda:historyTimeToLive="P180D"      | camunda:versionTag="1" | sound: no time to live
            hitPolicy="FIRST"                      | hitPolicy="COLLECT"    | sound: not answered by the first rule
            <description>Always.</description>     | ``                     | Always: no annotation
            id="sound"                             | id="Decision_1"        | Decision_1: id is no key
            """)
    void spoiledDecisionIsFound(String sound, String spoiled, String violation) {
        assertThat(SOUND_DECISION).contains(sound);
        assertThat(violations(Dmn.readModelFromStream(stream(SOUND_DECISION.replace(sound, spoiled)))))
                .contains(violation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3D", "PT12H", "P1DT12H", "PT1H30M", "PT90S", "P10DT1H2M3S"})
    void durationOfDaysAndSmallerIsSound(String duration) {
        assertThat(violations(read(withTimer(duration)))).isEmpty();
        assertThat(Duration.parse(duration)).isPositive();
        assertThat(new DurationBusinessCalendar().resolveDuedate(duration, new Date(0)))
                .as("by the engine")
                .isEqualTo(Date.from(Instant.EPOCH.plus(Duration.parse(duration))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"P1W", "P1M", "P1Y", "P", "PT", "P1DT", "1D", "P-1D", "-P1D", "PT1.5H", "p1d", "P1D2H", "3 days"
            })
    void otherDurationIsFound(String duration) {
        assertThat(violations(read(withTimer(duration))))
                .containsExactly(
                        "Late: " + duration + " is not of days, hours, minutes and seconds, like P1D or PT12H");
    }

    private static String withTimer(String duration) {
        return SOUND.replace("<bpmn:userTask id=\"Review\"", """
                        <bpmn:boundaryEvent id="Late" name="Late" attachedToRef="Refused">
                          <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">%s</bpmn:timeDuration></bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:userTask id="Review\"""".formatted(duration))
                .replace("<bpmndi:BPMNShape bpmnElement=\"Review\">", """
                        <bpmndi:BPMNShape bpmnElement="Late"><dc:Bounds x="0" y="0" width="36" height="36" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNShape bpmnElement="Review">""");
    }

    private static List<String> violations(BpmnModelInstance model) {
        List<String> found = new ArrayList<>();
        hiddenCode(model.getDocument().getRootElement(), "definitions", found);
        for (RootElement root : model.getDefinitions().getRootElements()) {
            if ((root instanceof Message || root instanceof Error)
                    && !root.getId().matches(WORDS)) {
                found.add(root.getId() + ": id is no word");
            }
        }
        for (Process process : model.getModelElementsByType(Process.class)) {
            if (!process.getId().matches(KEY)) {
                found.add(process.getId() + ": id is no key");
            }
            if (blank(process.getCamundaHistoryTimeToLiveString())) {
                found.add(process.getId() + ": no time to live");
            }
        }
        for (FlowElement element : model.getModelElementsByType(FlowElement.class)) {
            if (!element.getId().matches(WORDS)) {
                found.add(element.getId() + ": id is no word");
            }
            if (element instanceof FlowNode || element instanceof SequenceFlow) {
                if (notDrawn(element)) {
                    found.add(element.getId() + ": not drawn");
                }
                if (needsName(element) && blank(element.getName())) {
                    found.add(element.getId() + ": no name");
                }
            }
        }
        for (FlowNode node : model.getModelElementsByType(FlowNode.class)) {
            checkJob(node, found);
        }
        for (ServiceTask task : model.getModelElementsByType(ServiceTask.class)) {
            String expression = task.getCamundaDelegateExpression();
            if (expression == null || !expression.matches(DELEGATE)) {
                found.add(task.getId() + ": delegate expression " + expression);
            }
        }
        for (TimerEventDefinition timer : model.getModelElementsByType(TimerEventDefinition.class)) {
            checkTimer(timer, found);
        }
        for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            checkExits(gateway, found);
        }
        for (CallActivity call : model.getModelElementsByType(CallActivity.class)) {
            if (!"deployment".equals(call.getCamundaCalledElementBinding())) {
                found.add(call.getId() + ": not bound by deployment");
            }
            if (!PROCESSES.contains(call.getCalledElement())) {
                found.add(call.getId() + ": calls " + call.getCalledElement());
            }
        }
        for (BusinessRuleTask task : model.getModelElementsByType(BusinessRuleTask.class)) {
            if (!"deployment".equals(task.getCamundaDecisionRefBinding())) {
                found.add(task.getId() + ": not bound by deployment");
            }
            if (!DECISIONS.contains(task.getCamundaDecisionRef())) {
                found.add(task.getId() + ": asks " + task.getCamundaDecisionRef());
            }
            boolean oneFact =
                    "singleEntry".equals(task.getCamundaMapDecisionResult()) && !blank(task.getCamundaResultVariable());
            boolean namedFacts = "singleResult".equals(task.getCamundaMapDecisionResult())
                    && blank(task.getCamundaResultVariable())
                    && !extensions(task, CamundaInputOutput.class).isEmpty();
            if (!oneFact && !namedFacts) {
                found.add(task.getId() + ": result is not one fact");
            }
        }
        for (UserTask task : model.getModelElementsByType(UserTask.class)) {
            checkReview(task, found);
        }
        for (EndEvent end : model.getModelElementsByType(EndEvent.class)) {
            checkEnd(end, found);
        }
        return found;
    }

    /** Code that nobody sees in the picture: scripts, classes, inline expressions, listeners, connectors. */
    private static void hiddenCode(DomElement element, String owner, List<String> found) {
        String id = element.getAttribute("id");
        String here = id == null ? owner : id;
        for (String attribute : List.of("class", "expression", "type")) {
            if (element.hasAttribute(CAMUNDA, attribute)) {
                found.add(here + ": camunda:" + attribute);
            }
        }
        if (element.getLocalName().equals("conditionExpression") && element.hasAttribute("language")) {
            found.add(here + ": script as condition");
        }
        if (Set.of("scriptTask", "script", "executionListener", "connector").contains(element.getLocalName())) {
            found.add(here + ": " + element.getLocalName());
        }
        for (DomElement child : element.getChildElements()) {
            hiddenCode(child, here, found);
        }
    }

    /** What the engine understands, and what can be told in days, hours and minutes; P1W, for one, fails only when it is reached. */
    private static void checkTimer(TimerEventDefinition timer, List<String> found) {
        String event = ((BaseElement) timer.getParentElement()).getId();
        if (timer.getTimeDuration() != null) {
            String duration = timer.getTimeDuration().getTextContent().strip();
            if (!duration.matches(DURATION)) {
                found.add(event + ": " + duration + " is not of days, hours, minutes and seconds, like P1D or PT12H");
            }
        } else if (timer.getTimeCycle() != null) {
            String cycle = timer.getTimeCycle().getTextContent().strip();
            if (!cycle.matches("R[0-9]*/" + DURATION)) {
                found.add(event + ": " + cycle + " is not R/ and days, hours, minutes and seconds, like R/P1D");
            }
        } else {
            found.add(event + ": neither duration nor cycle");
        }
    }

    /** A task for people must hold its rules: who may take it, and that the vote counts. */
    private static void checkReview(UserTask task, List<String> found) {
        List<String> listeners = extensions(task, CamundaTaskListener.class).stream()
                .map(listener -> listener.getCamundaEvent() + " " + listener.getCamundaDelegateExpression())
                .toList();
        if (!listeners.containsAll(List.of("assignment ${admitReviewer}", "complete ${recordVote}"))) {
            found.add(task.getId() + ": not guarded");
        }
        if (listeners.stream().anyMatch(listener -> !listener.matches("[a-z]+ " + DELEGATE))) {
            found.add(task.getId() + ": listener that is no delegate");
        }
        if (blank(task.getCamundaCandidateGroups())) {
            found.add(task.getId() + ": for no group");
        }
    }

    private static boolean notDrawn(FlowElement element) {
        return element instanceof FlowNode node
                ? node.getDiagramElement() == null
                : ((SequenceFlow) element).getDiagramElement() == null;
    }

    /** Joins need no name, and neither do flows that are not an answer. */
    private static boolean needsName(FlowElement element) {
        if (element instanceof Gateway gateway) {
            return gateway.getOutgoing().size() > 1;
        }
        if (element instanceof SequenceFlow flow) {
            boolean answer = flow.getSource() instanceof ExclusiveGateway gateway
                    && gateway.getOutgoing().size() > 1;
            return answer || flow.getConditionExpression() != null;
        }
        return true;
    }

    private static void checkJob(FlowNode node, List<String> found) {
        if (!isSet(node, "asyncBefore") && !isSet(node, "asyncAfter")) {
            return;
        }
        List<CamundaFailedJobRetryTimeCycle> cycles = extensions(node, CamundaFailedJobRetryTimeCycle.class);
        if (cycles.isEmpty() || blank(cycles.get(0).getTextContent())) {
            found.add(node.getId() + ": no retry cycle");
        }
        if ("false".equals(node.getAttributeValueNs(CAMUNDA, "exclusive"))) {
            found.add(node.getId() + ": not exclusive, so two jobs of one application would run at once");
        }
    }

    private static boolean isSet(FlowNode node, String attribute) {
        return "true".equals(node.getAttributeValueNs(CAMUNDA, attribute));
    }

    private static void checkExits(ExclusiveGateway gateway, List<String> found) {
        if (gateway.getOutgoing().size() < 2) {
            return;
        }
        if (gateway.getDefault() == null) {
            found.add(gateway.getId() + ": no default flow");
        }
        for (SequenceFlow flow : gateway.getOutgoing()) {
            if (!flow.equals(gateway.getDefault()) && flow.getConditionExpression() == null) {
                found.add(flow.getId() + ": neither default nor conditional");
            }
        }
    }

    /** Who ends the application says how it ended; a called process and an embedded part only end themselves. */
    private static void checkEnd(EndEvent end, List<String> found) {
        Collection<MessageEventDefinition> messages = end.getChildElementsByType(MessageEventDefinition.class);
        boolean error = !end.getChildElementsByType(ErrorEventDefinition.class).isEmpty();
        boolean called = CALLED_PROCESSES.contains(processOf(end).getId());
        boolean embedded = end.getParentElement() instanceof SubProcess part && !part.triggeredByEvent();
        if (called || embedded) {
            if (!messages.isEmpty()) {
                found.add(end.getId() + ": a called process must not end the application");
            }
            return;
        }
        List<String> outcomes = messages.stream()
                .filter(message -> "${endApplication}".equals(message.getCamundaDelegateExpression()))
                .flatMap(message -> extensions(message, CamundaField.class).stream())
                .filter(field -> "outcome".equals(field.getCamundaName()))
                .map(field -> field.getCamundaString().getTextContent().strip())
                .toList();
        if (error || outcomes.size() != 1) {
            found.add(end.getId() + ": no outcome");
        } else if (!OUTCOMES.contains(outcomes.get(0))) {
            found.add(end.getId() + ": outcome " + outcomes.get(0));
        }
    }

    private static List<String> violations(DmnModelInstance model) {
        List<String> found = new ArrayList<>();
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            if (!decision.getId().matches(KEY)) {
                found.add(decision.getId() + ": id is no key");
            }
            if (blank(decision.getCamundaHistoryTimeToLiveString())) {
                found.add(decision.getId() + ": no time to live");
            }
            String hitPolicy = decision.getDomElement().getChildElements().stream()
                    .filter(child -> child.getLocalName().equals("decisionTable"))
                    .map(table -> table.getAttribute("hitPolicy"))
                    .findFirst()
                    .orElse("");
            // A list is answered by all rules that fit, in their order; everything else by the first.
            if (!Set.of("FIRST", "RULE ORDER").contains(hitPolicy)) {
                found.add(decision.getId() + ": not answered by the first rule");
            }
        }
        for (Rule rule : model.getModelElementsByType(Rule.class)) {
            if (rule.getDescription() == null || blank(rule.getDescription().getTextContent())) {
                found.add(rule.getId() + ": no annotation");
            }
        }
        return found;
    }

    private static <T extends BpmnModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        ExtensionElements extensions = element.getExtensionElements();
        return extensions == null
                ? List.of()
                : extensions.getElementsQuery().filterByType(type).list();
    }

    private static Process processOf(EndEvent end) {
        var parent = end.getParentElement();
        while (!(parent instanceof Process)) {
            parent = parent.getParentElement();
        }
        return (Process) parent;
    }

    private static Set<String> ids(Class<? extends BaseElement> type, Function<BaseElement, String> id) {
        return diagrams()
                .flatMap(file -> Bpmn.readModelFromFile(file.toFile()).getModelElementsByType(type).stream())
                .map(id)
                .collect(Collectors.toSet());
    }

    private static Stream<Path> diagrams() {
        return files(MODELS, ".bpmn").stream();
    }

    private static Stream<Path> decisions() {
        return files(MODELS, ".dmn").stream();
    }

    private static List<Path> files(Path folder, String extension) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
            assertThat(found).as("%s in %s", extension, folder).isNotEmpty();
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BpmnModelInstance read(String xml) {
        return Bpmn.readModelFromStream(stream(xml));
    }

    private static ByteArrayInputStream stream(String xml) {
        return new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
