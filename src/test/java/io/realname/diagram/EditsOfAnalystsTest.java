package io.realname.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.Offered;
import io.realname.diagram.model.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What analysts change, rightly and wrongly: it passes, or they read what is wrong and what to do. */
public class EditsOfAnalystsTest {

    private static final OwnModels OWN = OwnModels.read();
    private static final DiagramRules RULES = new DiagramRules(Offered.toDiagrams());

    private static final String NEW_USER = "new-user-verification.bpmn";
    private static final String CONFIRM = "confirm-mobile.bpmn";

    @Test
    void anotherDeadlinePasses() {
        OwnModels longer = OWN.with(CONFIRM, "PT30M", "PT45M");
        assertThat(check(longer)).singleElement().satisfies(hint -> {
            assertThat(hint.isFault()).isFalse();
            assertThat(hint)
                    .hasToString("Confirm mobile, \"30 minutes\": its name says another time than the clock, which"
                            + " states PT45M. Change the name below the clock too.");
        });
        assertThat(check(longer.with(CONFIRM, "30 minutes", "45 minutes"))).isEmpty();
    }

    @Test
    void bankLessPasses() {
        assertThat(check(OWN.with("supported-banks.dmn", "\"CIB\", ", ""))).isEmpty();
    }

    /** An operator may have added the bank to the list, which the rules cannot know. */
    @Test
    void bankThatTheListDoesNotHavePassesWithAHint() {
        assertThat(check(OWN.with("supported-banks.dmn", "\"CIB\"", "\"CIB\", \"HARBOUR\"")))
                .singleElement()
                .satisfies(hint -> assertThat(hint.isFault()).isFalse())
                .hasToString(
                        "Supported banks, rule 2: HARBOUR is none of the codes that are listed for the fact bank. Correct"
                                + " it, unless an operator has added it to the list.");
        assertThat(check(OWN.with("supported-banks.dmn", "\"CIB\"", "\"CIB\", \"NBBANK\"")))
                .isEmpty();
    }

    /** The Modeler does not write this; a hand may. */
    @Test
    void ruleWithACellTooManyIsReadAsFarAsTheColumnsGo() {
        OwnModels more = OWN.with(
                "supported-banks.dmn",
                "<outputEntry id=\"BankNotInList",
                "<inputEntry id=\"more\"><text>\"ONE\"</text></inputEntry><outputEntry id=\"BankNotInList");
        assertThat(check(more)).isEqualTo(check(OWN));
    }

    @Test
    void anotherLimitPasses() {
        assertThat(check(OWN.with("attempt-limits.dmn", "&gt; 10", "&gt; 5"))).isEmpty();
    }

    @Test
    void anotherObjectionPeriodPasses() {
        assertThat(check(OWN.with("appeal.bpmn", ">P3D<", ">P5D<").with("appeal.bpmn", "\"3 days\"", "\"5 days\"")))
                .isEmpty();
    }

    @Test
    void reminderNeedsAStepThatExists() {
        assertThat(check(withReminder("sendMobileCode"))).isEmpty();
        assertThat(check(withReminder("remindApplicant")))
                .singleElement()
                .hasToString(
                        "Confirm mobile, \"Remind applicant\": there is no step remindApplicant. Choose the template"
                                + " of a step. If none does what you need, ask a developer for a new one.");
    }

    @Test
    void cardCheckBeforeTheCodeIsRefused() {
        OwnModels early = OWN.with(
                        NEW_USER,
                        "sourceRef=\"IdentityOccupiedGateway\" targetRef=\"MobileConfirmedGateway\"",
                        "sourceRef=\"IdentityOccupiedGateway\" targetRef=\"ReserveBankCardCheck\"")
                .with(
                        NEW_USER,
                        "sourceRef=\"BankAnswerGateway\" targetRef=\"IdentityToBind\"",
                        "sourceRef=\"BankAnswerGateway\" targetRef=\"MobileConfirmedGateway\"");
        assertThat(check(early))
                .extracting(Finding::toString)
                .contains("New-user verification, \"Check bank card\": on a way to this step it is not certain that"
                        + " mobileConfirmed is true, so the bank is paid for numbers that are not the applicant's."
                        + " Draw it behind \"Confirm mobile\", on every way.");
    }

    @Test
    void secondReviewForOneTypeOfDocumentNeedsAFact() {
        OwnModels more = OWN.with("document-routing.dmn", "<output id=", """
                        <input id="documentType-input" label="Type of document">
                          <inputExpression id="documentType-expression" typeRef="string"><text>documentType</text></inputExpression>
                        </input>
                        <output id=""")
                .withAll(
                        "document-routing.dmn",
                        "-passportUnderTwoCountries\">\n          <text>true</text>\n        </inputEntry>",
                        "-passportUnderTwoCountries\">\n          <text>true</text>\n        </inputEntry>\n"
                                + "<inputEntry id=\"one\"><text></text></inputEntry>")
                .withAll(
                        "document-routing.dmn",
                        "-passportUnderTwoCountries\">\n          <text>false</text>\n        </inputEntry>",
                        "-passportUnderTwoCountries\">\n          <text>false</text>\n        </inputEntry>\n"
                                + "<inputEntry id=\"two\"><text></text></inputEntry>");
        assertThat(check(more))
                .extracting(Finding::toString)
                .contains("Document routing, column \"Type of document\": it reads the fact documentType, but no step"
                        + " leaves a fact of that name. Use a fact that is there. A new one needs a developer.");
    }

    @Test
    void secondDiagramWithTheSameIdIsRefused() {
        assertThat(check(OWN.and("bpmn/zz-copy.bpmn", OWN.text("appeal.bpmn"))))
                .extracting(Finding::toString)
                .contains(
                        "Appeal: another file contains a process with the same id, appeal: the engine would keep one of"
                                + " the two. Give this one another id.");
    }

    @Test
    void taskForANewGroupIsRefused() {
        OwnModels task = OWN.with("review-by-people.bpmn", "<bpmn:endEvent id=\"SampleDecided\"", """
                <bpmn:userTask id="VipReview" name="Review of important people" camunda:candidateGroups="vip-review"
                    camunda:formKey="embedded:deployment:bpmn/forms/review.html" />
                <bpmn:endEvent id="SampleDecided\"""");
        assertThat(check(task))
                .extracting(Finding::sentence)
                .contains(
                        "there is no group vip-review, so nobody would see the task. The groups are appeal-review,"
                                + " enterprise-review, senior-review.",
                        "the application does not know this task for people, so nobody would check who decides. It knows"
                                + " FirstReview in review-by-people, SecondReview in review-by-people, SampleReview in"
                                + " review-by-people.");
    }

    @Test
    void groupThatAnAdministratorHasMadeIsKnown() {
        OwnModels routed = OWN.withAll("document-routing.dmn", "\"senior-review\"", "\"vip-review\"");
        assertThat(check(routed))
                .extracting(Finding::sentence)
                .anyMatch(found -> found.contains("no group vip-review"));
        assertThat(new DiagramRules(Offered.toDiagrams().withGroups(List.of("vip-review")))
                        .ofAll(routed.files(), OWN.files()))
                .isEmpty();
    }

    /** The rest of what is refused, each by its usual mistake. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            new-user-verification.bpmn | >BANK_NOT_SUPPORTED< | >BANK_NOT_SUPORTED< | Did you mean BANK_NOT_SUPPORTED?
            new-user-verification.bpmn | default="BankAnswerGatewayToCountAttempts" | gatewayDirection="Diverging" | it has no default flow
            new-user-verification.bpmn | ${bankKnowsDocument} | ${documentIsNew} | leaves a fact of that name
            new-user-verification.bpmn | ${identityBound} | ${cardAcceptance == 'ACCEPTED'} | but it is only there until the application waits
            new-user-verification.bpmn | camunda:delegateExpression="${chooseCheck}" | camunda:class="java.lang.Runnable" | it contains a Java class
            confirm-mobile.bpmn | <bpmn:extensionElements> | <bpmn:extensionElements><camunda:executionListener event="start"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:executionListener> | it contains an execution listener
            confirm-mobile.bpmn | <bpmn:extensionElements> | <bpmn:extensionElements><camunda:executionListener event="start"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:executionListener> | it contains a script
            confirm-mobile.bpmn | name="MobileCodeSubmitted" | name="CodeSubmitted" | it waits for the message CodeSubmitted, which nobody sends. Did you mean MobileCodeSubmitted?
            new-user-verification.bpmn | ${checkBankCard} | ${chekBankCard} | Did you mean checkBankCard?
            new-user-verification.bpmn | camunda:asyncBefore="true" camunda:delegateExpression="${checkBankCard}" | camunda:delegateExpression="${checkBankCard}" | otherwise a crash could bill twice
            new-user-verification.bpmn | <bpmn:exclusiveGateway id="ReadyToCheckCard"> | <bpmn:parallelGateway id="Both" name="Both" /><bpmn:exclusiveGateway id="ReadyToCheckCard"> | the application cannot run a parallel gateway
            """)
    void mistakeIsRefused(String file, String sound, String mistaken, String sentence) {
        assertThat(check(OWN.with(file, sound, mistaken)))
                .filteredOn(Finding::isFault)
                .extracting(Finding::toString)
                .anyMatch(found -> found.contains(sentence));
    }

    public static OwnModels withReminder(String delegate) {
        return OWN.with(CONFIRM, "<bpmn:endEvent id=\"ConfirmationExpired\"", """
                        <bpmn:boundaryEvent id="ReminderDue" name="10 minutes" cancelActivity="false" attachedToRef="EnterCode">
                          <bpmn:outgoing>ReminderDueToRemindApplicant</bpmn:outgoing>
                          <bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT10M</bpmn:timeDuration></bpmn:timerEventDefinition>
                        </bpmn:boundaryEvent>
                        <bpmn:sequenceFlow id="ReminderDueToRemindApplicant" sourceRef="ReminderDue" targetRef="RemindApplicant" />
                        <bpmn:serviceTask id="RemindApplicant" name="Remind applicant" camunda:delegateExpression="${%s}" camunda:asyncBefore="true">
                          <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>PT10S,PT1M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
                          <bpmn:incoming>ReminderDueToRemindApplicant</bpmn:incoming>
                          <bpmn:outgoing>RemindApplicantToReminded</bpmn:outgoing>
                        </bpmn:serviceTask>
                        <bpmn:sequenceFlow id="RemindApplicantToReminded" sourceRef="RemindApplicant" targetRef="Reminded" />
                        <bpmn:endEvent id="Reminded" name="Reminded"><bpmn:incoming>RemindApplicantToReminded</bpmn:incoming></bpmn:endEvent>
                        <bpmn:endEvent id="ConfirmationExpired\"""".formatted(delegate))
                .with(CONFIRM, "</bpmndi:BPMNPlane>", """
                        <bpmndi:BPMNShape id="r1" bpmnElement="ReminderDue"><dc:Bounds x="2000" y="1000" width="36" height="36" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNShape id="r2" bpmnElement="RemindApplicant"><dc:Bounds x="2100" y="1000" width="100" height="80" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNShape id="r3" bpmnElement="Reminded"><dc:Bounds x="2300" y="1000" width="36" height="36" /></bpmndi:BPMNShape>
                        <bpmndi:BPMNEdge id="r4" bpmnElement="ReminderDueToRemindApplicant"><di:waypoint x="2036" y="1018" /><di:waypoint x="2100" y="1018" /></bpmndi:BPMNEdge>
                        <bpmndi:BPMNEdge id="r5" bpmnElement="RemindApplicantToReminded"><di:waypoint x="2200" y="1018" /><di:waypoint x="2300" y="1018" /></bpmndi:BPMNEdge>
                        </bpmndi:BPMNPlane>""");
    }

    private static List<Finding> check(OwnModels models) {
        return RULES.ofAll(models.files(), OWN.files());
    }
}
