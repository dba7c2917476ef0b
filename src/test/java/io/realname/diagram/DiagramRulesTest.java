package io.realname.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.Offered;
import io.realname.diagram.flow.Checked;
import io.realname.diagram.model.Finding;
import io.realname.diagram.rule.Rule;
import io.realname.diagram.table.TableRules;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Our own models keep every rule, and each rule finds what breaks it. */
class DiagramRulesTest {

    private static final OwnModels OWN = OwnModels.read();
    private static final DiagramRules RULES = new DiagramRules(Offered.toDiagrams());

    /** A rule, a file, a text in it, what it is changed to, and what the rule then says (in part). */
    private static final String EXAMPLES = """
            ProcessesAreKnown | appeal.bpmn | <bpmn:process id="appeal" | <bpmn:process id="apeal" | nobody starts the process apeal: no client may, and no diagram here calls it. Did you mean appeal?
            ProcessesAreKnown | appeal.bpmn | <bpmn:process id="appeal" | <bpmn:process id="apeal" | no file contains the process appeal
            ProcessesAreKnown | object-to-appeal.bpmn | <bpmn:process id="object-to-appeal" | <bpmn:process id="appeal" | another file contains a process with the same id, appeal
            ProcessesAreKnown | appeal.bpmn | camunda:historyTimeToLive="P180D" | camunda:historyTimeToLive="P30D" | the time to live is P30D
            ProcessesAreKnown | appeal.bpmn | camunda:historyTimeToLive="P180D" | camunda:x="1" | it has no time to live
            ProcessesAreKnown | appeal.bpmn | isExecutable="true" | isExecutable="false" | it is not executable
            ProcessesAreKnown | appeal.bpmn | <bpmn:process id="appeal" | <bpmn:process id="Process_1" | the id Process_1 is not made of words
            IdsStay | *new-user-verification.bpmn | WaitForBankCardToCorrectionDeadline | Flow_0k3x | the id Flow_0k3x does not say what it is
            IdsStay | *new-user-verification.bpmn | CheckBankCard | CheckCard | "Check bank card": the id is CheckCard, but running applications and the history know this step as CheckBankCard
            IdsStay | *new-user-verification.bpmn | BankCardSubmittedMessage | Message_1 | the id Message_1 does not say what it is
            IdsStay | *new-user-verification.bpmn | "NextDay" | "ADayLater" | "A day later": the id was NextDay and is now ADayLater
            NamesAreThere | new-user-verification.bpmn | name="Check bank card" | name=" " | the service task CheckBankCard: it has no name
            NamesAreThere | new-user-verification.bpmn | name="Identity bound?" | name="" | Write the question that it asks
            NamesAreThere | new-user-verification.bpmn | name="details match" | name="" | from "What did the bank answer?" to the exclusive gateway IdentityToBind: it has no name
            KindsAreKnown | new-user-verification.bpmn | <bpmn:exclusiveGateway id="ReadyToCheckCard"> | <bpmn:parallelGateway id="Both" name="Both" /><bpmn:exclusiveGateway id="ReadyToCheckCard"> | the application cannot run a parallel gateway: an application has one next action at a time
            KindsAreKnown | *new-user-verification.bpmn | bpmn:businessRuleTask | bpmn:receiveTask | the application cannot run a receive task
            KindsAreKnown | confirm-mobile.bpmn | <bpmn:errorEventDefinition id="NumberRefused_definition" errorRef="NumberRefusedError" /> | <bpmn:terminateEventDefinition id="NumberRefused_definition" /> | the application cannot run this kind of end event
            KindsAreKnown | confirm-mobile.bpmn | <bpmn:outgoing>VerifyMobileCodeToCodeRightGateway</bpmn:outgoing> | <bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics> | it runs several times at once
            NoHiddenCode | new-user-verification.bpmn | camunda:delegateExpression="${chooseCheck}" | camunda:class="io.realname.ChooseCheck" | "Choose check": it contains a Java class
            NoHiddenCode | new-user-verification.bpmn | camunda:delegateExpression="${chooseCheck}" | camunda:expression="${chooseCheck.now()}" | "Choose check": it contains an expression that runs code
            NoHiddenCode | new-user-verification.bpmn | camunda:delegateExpression="${chooseCheck}" | camunda:type="external" camunda:topic="t" | "Choose check": it contains an external task
            NoHiddenCode | new-user-verification.bpmn | <bpmn:extensionElements> | <bpmn:extensionElements><camunda:executionListener event="start" delegateExpression="${endApplication}" /> | it contains an execution listener
            NoHiddenCode | confirm-mobile.bpmn | <bpmn:extensionElements> | <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput> | it contains a script
            NoHiddenCode | confirm-mobile.bpmn | <bpmn:extensionElements> | <bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name="a">${sms.send()}</camunda:inputParameter></camunda:inputOutput> | it contains an expression that runs code, ${sms.send()}
            NoHiddenCode | new-user-verification.bpmn | xsi:type="bpmn:tFormalExpression">${identityBound} | xsi:type="bpmn:tFormalExpression" language="groovy">identityBound | a script as its condition
            NoHiddenCode | new-user-verification.bpmn | calledElement="confirm-mobile" | calledElement="confirm-mobile" camunda:variableMappingClass="a.B" | "Confirm mobile": it contains a Java class
            NoHiddenCode | review-by-people.bpmn | <camunda:taskListener delegateExpression="${nameTask}" event="create" /> | <camunda:taskListener class="a.B" event="create" /> | "First review": it contains a Java class
            StepsExist | new-user-verification.bpmn | ${checkBankCard} | ${checkBankCrad} | "Check bank card": there is no step checkBankCrad. Did you mean checkBankCard?
            StepsExist | new-user-verification.bpmn | ${checkBankCard} | ${checkBankCard.now()} | is not the name of a step
            StepsExist | new-user-verification.bpmn | camunda:delegateExpression="${chooseCheck}" | camunda:jobPriority="1" | "Choose check": it does nothing
            StepsExist | new-user-verification.bpmn | ${chooseCheck} | ${endApplication} | only an end event may end an application
            JobsAreDrawn | new-user-verification.bpmn | camunda:asyncBefore="true" camunda:delegateExpression="${checkBankCard}" | camunda:delegateExpression="${checkBankCard}" | New-user verification, "Check bank card": this step must be asynchronous before, otherwise a crash could bill twice. Open it, Asynchronous continuations, tick Before.
            JobsAreDrawn | new-user-verification.bpmn | camunda:asyncBefore="true" | camunda:asyncBefore="true" camunda:exclusive="false" | it is not exclusive
            JobsAreDrawn | confirm-mobile.bpmn | <camunda:failedJobRetryTimeCycle>PT10S,PT1M,PT5M,PT15M</camunda:failedJobRetryTimeCycle> | <camunda:properties /> | it has no retry time cycle
            JobsAreDrawn | confirm-mobile.bpmn | PT10S,PT1M,PT5M,PT15M | PT10S,1M | in the retry time cycle, 1M is not of days
            TimersAreDurations | confirm-mobile.bpmn | PT30M | PT30X | Confirm mobile, "30 minutes": the duration PT30X is not of days, hours, minutes and seconds
            TimersAreDurations | review-by-people.bpmn | R/P1D | R/P1W | the cycle R/P1W is not R/ and days
            TimersAreDurations | confirm-mobile.bpmn | PT30M | PT45M | its name says another time than the clock, which states PT45M
            TimersAreDurations | confirm-mobile.bpmn | <bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT30M</bpmn:timeDuration> | <bpmn:timeDate xsi:type="bpmn:tFormalExpression">2030-01-01T00:00:00</bpmn:timeDate> | states neither a duration nor a cycle
            GatewaysAreTotal | new-user-verification.bpmn | default="IdentityBoundGatewayToIdentityOccupiedMeanwhile" | gatewayDirection="Diverging" | "Identity bound?": it has no default flow
            GatewaysAreTotal | new-user-verification.bpmn | <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${identityBound}</bpmn:conditionExpression> | <bpmn:extensionElements /> | it has no condition, and it is not the default flow
            GatewaysAreTotal | new-user-verification.bpmn | default="IdentityBoundGatewayToIdentityOccupiedMeanwhile" | default="IdentityBoundGatewayToVerified" | it is the default flow, so its condition has no effect
            GatewaysAreTotal | new-user-verification.bpmn | targetRef="CorrectionDeadline" | targetRef="CorrectionTimedOut" | must lead to a message or a clock
            GatewaysAreTotal | new-user-verification.bpmn | sourceRef="NextDay" | sourceRef="ChooseCheck" | several flows leave it
            ConditionsCompare | new-user-verification.bpmn | ${identityBound} | ${bean.check(identityBound)} | is not a comparison of facts with values
            ConditionsCompare | new-user-verification.bpmn | ${cardResult == 'MATCH'} | ${cardResult == 'MATCHED'} | but that is none of its values: ANSWER_LOST, CARD_NOT_USABLE, MATCH, MISMATCH, RATE_LIMITED. Did you mean MATCH?
            ConditionsCompare | new-user-verification.bpmn | ${cardResult == 'MATCH'} | ${cardResult} | this fact is not true or false
            ConditionsCompare | new-user-verification.bpmn | ${cardAcceptance == 'ACCEPTED'} | ${cardAcceptance == 'ACEPTED'} | Did you mean ACCEPTED?
            ConditionsCompare | new-user-verification.bpmn | ${attempt == 'ALLOWED'} | ${attempt == 'FROZEN'} | compares attempt with 'FROZEN', but that is none of its values: ALLOWED, APPLICATION_LIMIT, DAILY_LIMIT
            FactsAreThere | new-user-verification.bpmn | ${identityOccupied} | ${identityOccupeid} | it reads the fact identityOccupeid, but no step and no table leaves a fact of that name. Did you mean identityOccupied?
            FactsAreThere | new-user-verification.bpmn | ${identityOccupied} | ${released == 'RELEASED'} | it reads the fact released, but nothing before it leaves this fact
            FactsAreThere | new-user-verification.bpmn | ${identityBound} | ${identityOccupied} | it is only there until the application waits
            FactsAreThere | enterprise-verification.bpmn | sourceRef="AmountRightGateway" targetRef="AmountsToLimit" | sourceRef="AmountRightGateway" targetRef="AskForAmount" | "Ask for amount": it reads the fact amountTriesLeft, but it is out of date: "Check amount" has changed what the table had decided with
            OrderIsKept | enterprise-verification.bpmn | sourceRef="AmountSubmitted" targetRef="RegisterAmount" | sourceRef="AmountSubmitted" targetRef="CheckAmount" | "Amount submitted": what the client sends with the message is lost, because the next step does not take it. Draw "Register amount" directly behind it.
            FactsAreThere | enterprise-verification.bpmn | sourceRef="WaitForAmount" targetRef="AmountSubmitted" | sourceRef="WaitForAmount" targetRef="RegisterAmount" | "Register amount": it takes what the client sends with the message AmountSubmitted, and that is not there
            FactsAreThere | new-user-verification.bpmn | sourceRef="NextDay" targetRef="ReadyToCheckCard" | sourceRef="NextDay" targetRef="IdentityOccupiedGateway" | it is only there until the application waits, and it waits at "A day later"
            FactsAreThere | new-user-verification.bpmn | targetRef="RegisterBankCard" | targetRef="CardToCheck" | its table reads the fact
            OrderIsKept | new-user-verification.bpmn | sourceRef="CardSupportedGateway" targetRef="DetectDuplicateIdentity" | sourceRef="CardSupportedGateway" targetRef="ReserveBankCardCheck" | "Check bank card": on a way to this step it is not certain that mobileConfirmed is true, so the bank is paid for numbers that are not the applicant's
            OrderIsKept | new-user-verification.bpmn | sourceRef="ReadyToCheckCard" targetRef="ChooseCheck" | sourceRef="ReadyToCheckCard" targetRef="CheckBankCard" | "Check bank card": it must come directly behind "Reserve bank-card check"
            OrderIsKept | new-user-verification.bpmn | sourceRef="BankAnswerGateway" targetRef="CountAttempts" | sourceRef="BankAnswerGateway" targetRef="BindIdentity" | an identity is bound that nobody has checked
            OrderIsKept | enterprise-verification.bpmn | sourceRef="LicenceInForceGateway" targetRef="RouteEnterprise" | sourceRef="LicenceInForceGateway" targetRef="ReservePayment" | "Send payment": on a way to this step it is not certain that reviewDecision is APPROVE
            OrderIsKept | object-to-appeal.bpmn | sourceRef="AppealFoundGateway" targetRef="ConfirmMobile" | sourceRef="AppealFoundGateway" targetRef="RaiseObjection" | anybody could object in the holder's name
            OrderIsKept | *new-user-verification.bpmn | "CorrectionDeadline" | "Deadline" | it tells the duration of the clock CorrectionDeadline, which is not in this diagram
            EndsStateAnOutcome | new-user-verification.bpmn | <camunda:string>CARD_NOT_USABLE | <camunda:string>CARD_UNUSABLE | "Card not usable": there is no outcome CARD_UNUSABLE. Did you mean CARD_NOT_USABLE?
            EndsStateAnOutcome | appeal.bpmn | <camunda:string>TOO_MANY_APPEALS | <camunda:string>TOO_MANY | there is no reason TOO_MANY
            EndsStateAnOutcome | appeal.bpmn | <camunda:expression>${reviewReason} | <camunda:expression>${reviewGroup} | there is no reason ${reviewGroup}
            EndsStateAnOutcome | new-user-verification.bpmn | <camunda:field name="outcome"> | <camunda:field name="result"> | it states no outcome
            EndsStateAnOutcome | new-user-verification.bpmn | ${endApplication} | ${endOtherwise} | it states no outcome
            EndsStateAnOutcome | confirm-mobile.bpmn | <bpmn:errorEventDefinition id="NumberRefused_definition" errorRef="NumberRefusedError" /> | <bpmn:messageEventDefinition id="NumberRefused_definition" camunda:delegateExpression="${endApplication}" /> | it would end the application, but other diagrams go on after this one
            CallsFindTheirDiagram | new-user-verification.bpmn | calledElement="confirm-mobile" | calledElement="confirm-mobil" | which is not among the files that are deployed together. Did you mean confirm-mobile?
            CallsFindTheirDiagram | new-user-verification.bpmn | camunda:calledElementBinding="deployment" | camunda:calledElementBinding="latest" | it is not bound to its own deployment
            CallsFindTheirDiagram | new-user-verification.bpmn | <camunda:in businessKey="#{execution.processBusinessKey}" /> | <camunda:properties /> | it does not hand over the business key
            CallsFindTheirDiagram | new-user-verification.bpmn | <camunda:out source="reviewReason" | <camunda:out source="released" | it takes the fact released from "Review documents", which does not leave it
            TablesAreAsked | new-user-verification.bpmn | camunda:decisionRef="attempt-limits" | camunda:decisionRef="atempt-limits" | it asks the table atempt-limits, which is not among the files that are deployed together. Did you mean attempt-limits?
            TablesAreAsked | new-user-verification.bpmn | camunda:decisionRefBinding="deployment" | camunda:decisionRefBinding="latest" | it is not bound to its own deployment
            TablesAreAsked | new-user-verification.bpmn | camunda:mapDecisionResult="singleEntry" | camunda:mapDecisionResult="resultList" | the answer of the table does not become facts
            TablesAreAsked | new-user-verification.bpmn | camunda:resultVariable="cardAcceptance" | camunda:resultVariable="card" | answers cardAcceptance, but the step makes of it the facts card
            TablesAreAsked | appeal.bpmn | decisionResult.getSingleResult().reviewDue | decisionResult.getSingleResult().reviewGroup | the fact reviewDue is not the answer of the same name
            ReviewsAreGuarded | review-by-people.bpmn | <camunda:taskListener delegateExpression="${admitReviewer}" event="assignment" /> | <camunda:properties /> | "First review": the listener ${admitReviewer} is missing, which runs when a task is assigned: anybody could decide, also about their own account
            ReviewsAreGuarded | review-by-people.bpmn | ${recordVote}" event="complete" | ${recordVote}" event="delete" | the listener ${recordVote} is missing
            ReviewsAreGuarded | review-by-people.bpmn | ${nameTask} | ${nameTasks} | it has a listener that the application does not know (create nameTasks)
            ReviewsAreGuarded | review-by-people.bpmn | camunda:candidateGroups="${reviewGroup}" | camunda:assignee="reviewer1" | it is for a person, not for a group
            ReviewsAreGuarded | review-by-people.bpmn | camunda:candidateGroups="${reviewGroup}" | camunda:candidateGroups="apeal-review" | there is no group apeal-review, so nobody would see the task. Did you mean appeal-review?
            ReviewsAreGuarded | review-by-people.bpmn | camunda:candidateGroups="${reviewGroup}" | camunda:x="1" | it is for no group
            ReviewsAreGuarded | *review-by-people.bpmn | "SecondReview" | "ThirdReview" | the application does not know this task for people
            ReviewsAreGuarded | review-by-people.bpmn | bpmn/forms/review.html | bpmn/forms/reviews.html | its form embedded:deployment:bpmn/forms/reviews.html is not among the files that are deployed together. Did you mean bpmn/forms/review.html?
            ReviewsAreGuarded | review-by-people.bpmn | camunda:dueDate="${reviewDue}" | camunda:dueDate="soon" | the due date soon is neither a fact nor a duration
            ReviewsAreGuarded | review-by-people.bpmn | camunda:priority="${reviewPriority}" | camunda:priority="high" | the priority high is neither a fact nor a number
            ErrorsAreCaught | confirm-mobile.bpmn | errorCode="ConfirmationExpired" | errorCode="Expired" | "Confirm mobile" can end with the error Expired, which nobody catches here
            ErrorsAreCaught | confirm-mobile.bpmn | errorCode="ConfirmationExpired" | errorCode="Expired" | "Confirm mobile" never ends with the error ConfirmationExpired
            ErrorsAreCaught | confirm-mobile.bpmn | camunda:errorMessage="SMS_FREQUENCY_LIMIT" | camunda:x="1" | ends with the error MobileNotConfirmed without a message
            ErrorsAreCaught | confirm-mobile.bpmn | errorCode="ConfirmationExpired" | camunda:x="1" | its error has no code
            MessagesAreKnown | new-user-verification.bpmn | name="BankCardSubmitted" | name="CardSubmitted" | it waits for the message CardSubmitted, which nobody sends. Did you mean BankCardSubmitted?
            MessagesAreKnown | new-user-verification.bpmn | messageRef="BankCardSubmittedMessage" | camunda:x="1" | it waits for no message
            EverythingIsReached | new-user-verification.bpmn | sourceRef="CorrectionAllowedGateway" targetRef="NextDay" | sourceRef="CorrectionAllowedGateway" targetRef="CardNotUsable" | "A day later": no way leads there from the start
            EverythingIsReached | new-user-verification.bpmn | sourceRef="NextDay" targetRef | sourceRef="CorrectionAllowedGateway" targetRef | "A day later": no flow leads on from it
            EverythingIsDrawn | new-user-verification.bpmn | bpmnElement="CheckBankCard" | bpmnElement="ChooseCheck" | "Check bank card": it runs, but it does not stand in the picture
            EverythingIsDrawn | new-user-verification.bpmn | bpmnElement="NextDayToReadyToCheckCard" | bpmnElement="ApplicationSubmittedToRegisterApplication" | it runs, but it does not stand in the picture
            TablesAreKnown | decisions/attempt-limits.dmn | <decision id="attempt-limits" | <decision id="limits" | nobody asks this table
            TablesAreKnown | decisions/reasons-of-rejection.dmn | <decision id="reasons-of-rejection" | <decision id="reasons" | no file contains the table reasons-of-rejection
            TablesAreKnown | decisions/appeal-limits.dmn | <decision id="appeal-limits" | <decision id="attempt-limits" | another file contains a table with the same id
            TablesAreKnown | decisions/attempt-limits.dmn | <decision id="attempt-limits" | <decision id="Decision_1" | the id Decision_1 is not made of words
            TablesAreKnown | decisions/attempt-limits.dmn | camunda:historyTimeToLive="P180D" | camunda:x="1" | it has no time to live
            TablesAreKnown | decisions/attempt-limits.dmn | hitPolicy="FIRST" | hitPolicy="RULE ORDER" | its hit policy is RULE ORDER
            TablesAreKnown | decisions/amount-limits.dmn | <description>Five wrong amounts in a row: failed, and frozen for 24 hours.</description> | <description></description> | Amount limits, rule 1: it has no annotation
            ColumnsReadFacts | decisions/attempt-limits.dmn | <text>checksOfApplication</text> | <text>checkOfApplication</text> | it reads the fact checkOfApplication, but no step leaves a fact of that name. Did you mean checksOfApplication?
            ColumnsReadFacts | decisions/attempt-limits.dmn | <text>checksOfApplication</text> | <text>checksOfApplication + 1</text> | which is not the name of a fact
            ColumnsReadFacts | decisions/amount-limits.dmn | typeRef="integer" | typeRef="string" | its type is string, but the fact wrongAmountsInRow is of the type integer
            CodesAreListed | decisions/supported-banks.dmn | "HXBANK" | "HXBNK" | Supported banks, rule 2: HXBNK is none of the codes that are listed for the fact bank. Did you mean HXBANK?
            CellsCanBeRead | decisions/supported-banks.dmn | <text>"NOT_SUPPORTED"</text> | <text>"NOT_SUPORTED"</text> | NOT_SUPORTED is no value that this fact can have: NONE, NOT_SUPPORTED, SUPPORTED. Did you mean NOT_SUPPORTED?
            CellsCanBeRead | decisions/amount-limits.dmn | &gt;= 5 | &gt;= | cannot be read
            CellsCanBeRead | decisions/amount-limits.dmn | &gt;= 5 | "5" , "many" | is not a whole number
            AnswersAreValues | decisions/document-routing.dmn | <text>"senior-review"</text> | <text>"senoir-review"</text> | there is no group senoir-review, so nobody would see the task. Did you mean senior-review?
            AnswersAreValues | decisions/amount-limits.dmn | "PT24H" | "24 hours" | is not a duration of days, hours, minutes and seconds
            AnswersAreValues | decisions/amount-limits.dmn | <text>5 - wrongAmountsInRow</text> | <text>5 - - (wrongAmountsInRow</text> | cannot be read
            AnswersAreValues | decisions/document-routing.dmn | <text>50</text> | <text>5000</text> | is not a whole number from 0 to 99
            AnswersAreValues | decisions/attempt-limits.dmn | <text>"APPLICATION_LIMIT"</text> | <text>"APPLICATION_LIMITS"</text> | is none of the column's own values
            NoCaseIsForgotten | decisions/document-routing.dmn | <text>false</text> | <text>true</text> | no rule fits in this case: Passport number under two countries = false
            NoCaseIsForgotten | decisions/amount-limits.dmn | &gt;= 0 | &gt;= 1 | no rule fits in this case: Wrong amounts in a row = 0
            EveryRuleAnswers | decisions/amount-limits.dmn | &gt;= 5 | &gt;= 0 | Amount limits, rule 2: it never answers: whenever it fits, a rule above it fits too
            AnswersAreAllowed | decisions/document-routing.dmn | <text>"senior-review"</text> | <text>"none"</text> | it answers "none" for secondReviewGroup also if passportUnderTwoCountries: nobody may decide alone then
            """;

    @Test
    void ownModelsKeepEveryRule() {
        assertThat(RULES.ofAll(OWN.files(), OWN.files())).isEmpty();
        assertThat(RULES.ofDeployment(OWN.files(), List.of())).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', maxCharsPerColumn = 8192, textBlock = EXAMPLES)
    void ruleFindsWhatBreaksIt(String rule, String file, String old, String changed, String sentence) {
        Checked checked = Checked.of(spoiled(file, old, changed).models(), Offered.toDiagrams());
        assertThat(named(rule).check(checked))
                .allSatisfy(found -> assertThat(found.advice()).endsWith("."))
                .extracting(Finding::toString)
                .anyMatch(found -> found.contains(sentence));
    }

    @Test
    void everyRuleHasAnExample() {
        Set<String> shown = EXAMPLES.lines()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rules().map(rule -> rule.getClass().getSimpleName())).containsExactlyInAnyOrderElementsOf(shown);
    }

    /** With a star, everywhere in the file; without, at the first place. */
    private static OwnModels spoiled(String file, String old, String changed) {
        return file.startsWith("*") ? OWN.withAll(file.substring(1), old, changed) : OWN.with(file, old, changed);
    }

    private static Rule named(String name) {
        return rules().filter(rule -> rule.getClass().getSimpleName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Rule> rules() {
        return Stream.concat(Rule.OF_DIAGRAMS.stream(), TableRules.ALL.stream());
    }
}
