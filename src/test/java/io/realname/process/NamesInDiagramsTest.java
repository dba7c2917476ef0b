package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.realname.appeal.AppealFound;
import io.realname.appeal.HolderState;
import io.realname.appeal.ReleaseResult;
import io.realname.appeal.process.Appeal;
import io.realname.appeal.process.ObjectToAppeal;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.association.AssociationResult;
import io.realname.association.SourceState;
import io.realname.association.process.AssociateVerifiedAccount;
import io.realname.bankcard.BankCardResult;
import io.realname.desk.process.ReviewByPeople;
import io.realname.enterprise.process.EnterpriseVerification;
import io.realname.licence.LicenceResult;
import io.realname.newuser.process.NewUserVerification;
import io.realname.process.evidence.ReviewDocuments;
import io.realname.process.mobile.ConfirmMobile;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewReason;
import java.io.File;
import java.lang.reflect.Field;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOutputParameter;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;

/** What the diagrams and tables name is there, and what is there for them is named: in both directions. */
class NamesInDiagramsTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.realname");

    private static final List<BpmnModelInstance> DIAGRAMS =
            files("bpmn", ".bpmn").map(Bpmn::readModelFromFile).toList();
    private static final List<DmnModelInstance> TABLES =
            files("bpmn/decisions", ".dmn").map(Dmn::readModelFromFile).toList();
    private static final BpmnModelInstance NEW_USER_VERIFICATION = diagram(NewUserVerification.KEY);
    private static final BpmnModelInstance CONFIRM_MOBILE = diagram(ConfirmMobile.KEY);
    private static final BpmnModelInstance ASSOCIATE_VERIFIED_ACCOUNT = diagram(AssociateVerifiedAccount.KEY);
    private static final BpmnModelInstance APPEAL = diagram(Appeal.KEY);

    private static final List<ClientProcess> CLIENT_PROCESSES = List.of(
            NewUserVerification.process(),
            AssociateVerifiedAccount.process(),
            Appeal.process(),
            ObjectToAppeal.process(),
            EnterpriseVerification.process());

    /** What the app itself tells a process; the rest comes from clients. */
    private static final Set<String> OWN_MESSAGES =
            Set.of(AssociateVerifiedAccount.MOBILE_BOUND, ReviewDocuments.EVIDENCE_ADDED, Appeal.HOLDER_OBJECTED);

    private static final Pattern WORD = Pattern.compile("'[^']*'|\\b[A-Za-z_]\\w*");
    private static final Set<String> OPERATORS =
            Set.of("and", "or", "not", "eq", "ne", "empty", "true", "false", "null");

    @Test
    void processesAreThoseOfTheDiagrams() {
        assertThat(keys(DIAGRAMS.stream()))
                .containsExactlyInAnyOrder(
                        NewUserVerification.KEY,
                        ConfirmMobile.KEY,
                        AssociateVerifiedAccount.KEY,
                        Appeal.KEY,
                        ReviewByPeople.KEY,
                        ReviewDocuments.KEY,
                        ObjectToAppeal.KEY,
                        EnterpriseVerification.KEY);
    }

    @Test
    void clientMayStartExactlyWhatNoDiagramCalls() {
        Set<String> startable = keys(DIAGRAMS.stream());
        startable.removeAll(texts(CallActivity.class, CallActivity::getCalledElement));
        assertThat(CLIENT_PROCESSES.stream().map(ClientProcess::key)).containsExactlyInAnyOrderElementsOf(startable);
    }

    @Test
    void messagesOfEachDiagramAreThoseOfItsNames() {
        assertThat(messages(NEW_USER_VERIFICATION))
                .containsExactlyInAnyOrder(
                        ClientMessage.BANK_CARD_SUBMITTED.messageName(),
                        ClientMessage.APPLICATION_WITHDRAWN.messageName());
        assertThat(messages(CONFIRM_MOBILE))
                .containsExactlyInAnyOrder(
                        ClientMessage.MOBILE_CODE_SUBMITTED.messageName(),
                        ClientMessage.MOBILE_CODE_REQUESTED.messageName());
        assertThat(messages(ASSOCIATE_VERIFIED_ACCOUNT))
                .containsExactlyInAnyOrder(
                        AssociateVerifiedAccount.MOBILE_BOUND, ClientMessage.APPLICATION_WITHDRAWN.messageName());
        assertThat(messages(APPEAL))
                .containsExactlyInAnyOrder(
                        ReviewDocuments.EVIDENCE_ADDED,
                        Appeal.HOLDER_OBJECTED,
                        ClientMessage.APPLICATION_WITHDRAWN.messageName());
        assertThat(messages(diagram(ObjectToAppeal.KEY)))
                .containsExactly(ClientMessage.APPLICATION_WITHDRAWN.messageName());
        assertThat(messages(diagram(EnterpriseVerification.KEY)))
                .containsExactlyInAnyOrder(
                        ReviewDocuments.EVIDENCE_ADDED,
                        ClientMessage.AMOUNT_SUBMITTED.messageName(),
                        ClientMessage.APPLICATION_WITHDRAWN.messageName());
        assertThat(messages(diagram(ReviewByPeople.KEY))).isEmpty();
        assertThat(messages(diagram(ReviewDocuments.KEY))).containsExactly(ReviewDocuments.EVIDENCE_ADDED);
    }

    @Test
    void clientMaySendExactlyWhatTheDiagramsReceiveFromOutside() {
        Set<String> received =
                DIAGRAMS.stream().flatMap(diagram -> received(diagram).stream()).collect(Collectors.toSet());
        assertThat(received).containsAll(OWN_MESSAGES);
        received.removeAll(OWN_MESSAGES);
        assertThat(Arrays.stream(ClientMessage.values()).map(ClientMessage::messageName))
                .containsExactlyInAnyOrderElementsOf(received);
        assertThat(DIAGRAMS).allSatisfy(diagram -> assertThat(messages(diagram)).isEqualTo(received(diagram)));
    }

    /** Client apps may send messages to these, and to no others. */
    @Test
    void receiversAreTheDiagramsThatWaitForMessages() {
        Set<String> receivers =
                CLIENT_PROCESSES.stream().map(ClientProcess::key).collect(Collectors.toSet());
        receivers.add(ConfirmMobile.KEY);
        assertThat(receivers)
                .isEqualTo(keys(DIAGRAMS.stream().filter(diagram -> !OWN_MESSAGES.containsAll(received(diagram)))));
    }

    @Test
    void stepsOfTheDiagramsAreTheDelegatesThereAre() {
        Set<String> used = Stream.concat(
                        texts(ServiceTask.class, ServiceTask::getCamundaDelegateExpression).stream(),
                        texts(MessageEventDefinition.class, MessageEventDefinition::getCamundaDelegateExpression)
                                .stream())
                .map(expression -> expression.replaceAll("^\\$\\{(.*)}$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).isEqualTo(beans(JavaDelegate.class));
    }

    @Test
    void listenersOfTheTasksAreThoseThereAre() {
        Set<String> used = texts(CamundaTaskListener.class, CamundaTaskListener::getCamundaDelegateExpression).stream()
                .map(expression -> expression.replaceAll("^\\$\\{(.*)}$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).isEqualTo(beans(TaskListener.class));
    }

    @Test
    void everyFactThatIsReadIsLeftBySomebody() {
        Set<String> left = new TreeSet<>(facts());
        left.addAll(factsOfDiagrams());
        assertThat(factsRead()).isSubsetOf(left);
    }

    @Test
    void everyFactThatIsLeftIsRead() {
        assertThat(facts()).isSubsetOf(factsRead());
        Set<String> read = new TreeSet<>(factsRead());
        read.addAll(answersReadBySteps());
        assertThat(factsOfDiagrams()).isSubsetOf(read);
    }

    @Test
    void answersThatStepsReadAreThoseOfTables() {
        assertThat(answersReadBySteps()).isNotEmpty().isSubsetOf(factsOfDiagrams());
    }

    @Test
    void noFactIsLeftTwice() {
        assertThat(facts()).doesNotContainAnyElementsOf(factsOfDiagrams());
    }

    @Test
    void valuesThatGatewaysCompareAreThoseThatTheTablesAnswer() {
        Set<String> limits = new TreeSet<>(answers("attempt-limits"));
        limits.addAll(answers("enterprise-limits"));
        assertThat(compared("attempt")).isSubsetOf(limits);
        assertThat(compared("cardAcceptance")).isSubsetOf(answers("supported-banks"));
    }

    @Test
    void valuesThatGatewaysCompareAreThoseOfTheBank() {
        Set<String> results =
                Arrays.stream(BankCardResult.values()).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
        results.add("ANSWER_LOST");
        assertThat(compared("cardResult")).isNotEmpty().isSubsetOf(results);
    }

    /** Each has a way of its own but the one that takes the default way. */
    @Test
    void valuesThatGatewaysCompareAreThoseOfAnAssociation() {
        Set<String> sources = names(SourceState.values());
        sources.remove(SourceState.NOT_VERIFIED.name());
        assertThat(compared(AssociateVerifiedAccount.SOURCE.name())).isEqualTo(sources);
        Set<String> results = names(AssociationResult.values());
        results.remove(AssociationResult.SOURCE_GONE.name());
        assertThat(compared(AssociateVerifiedAccount.ASSOCIATION.name())).isEqualTo(results);
    }

    /** Each has a way of its own but the one that takes the default way. */
    @Test
    void valuesThatGatewaysCompareAreThoseOfAnAppeal() {
        Set<String> holders = names(HolderState.values());
        holders.remove(HolderState.NOT_BOUND.name());
        assertThat(compared(Appeal.HOLDER.name())).isEqualTo(holders);
        Set<String> releases = names(ReleaseResult.values());
        releases.remove(ReleaseResult.CHANGED.name());
        assertThat(compared(Appeal.RELEASED.name())).isEqualTo(releases);
        Set<String> decisions = names(ReviewDecision.values());
        decisions.remove(ReviewDecision.REJECT.name());
        assertThat(compared(ReviewByPeople.REVIEW_DECISION.name())).isEqualTo(decisions);
        Set<String> found = names(AppealFound.values());
        found.remove(AppealFound.NONE.name());
        assertThat(compared(ObjectToAppeal.APPEAL.name())).isEqualTo(found);
        assertThat(compared(ObjectToAppeal.OBJECTION.name())).containsExactly("RAISED");
        assertThat(answers("appeal-routing")).containsAll(compared("secondReviewGroup"));
    }

    /** Each has a way of its own but the one that takes the default way. */
    @Test
    void valuesThatGatewaysCompareAreThoseOfAnEnterprise() {
        assertThat(compared(EnterpriseVerification.LICENCE_RESULT.name()))
                .containsExactly(LicenceResult.NOT_IN_FORCE.name());
        assertThat(compared(EnterpriseVerification.PAYMENT_RESULT.name())).containsExactly("ACCEPTED");
    }

    @Test
    void decisionsThatAreAskedAreThoseThereAre() {
        Set<String> decisions = TABLES.stream()
                .flatMap(table -> table.getModelElementsByType(Decision.class).stream())
                .map(Decision::getId)
                .collect(Collectors.toSet());
        Set<String> asked = texts(BusinessRuleTask.class, BusinessRuleTask::getCamundaDecisionRef);
        // The form of reviewers asks it, no step.
        asked.add("reasons-of-rejection");
        assertThat(asked).containsExactlyInAnyOrderElementsOf(decisions);
        assertThat(decisions).contains(NewUserVerification.SUPPORTED_BANKS);
    }

    @Test
    void answerOfATableHasTheNameOfTheFactItBecomes() {
        for (BusinessRuleTask task : all(BusinessRuleTask.class).toList()) {
            Set<String> outputs = table(task.getCamundaDecisionRef()).getModelElementsByType(Output.class).stream()
                    .map(Output::getName)
                    .collect(Collectors.toSet());
            Set<String> facts = outputs(task);
            if (task.getCamundaResultVariable() != null) {
                facts.add(task.getCamundaResultVariable());
            }
            assertThat(outputs).as(task.getId()).isEqualTo(facts);
        }
        assertThat(table(NewUserVerification.SUPPORTED_BANKS).getModelElementsByType(Output.class))
                .extracting(Output::getName)
                .containsExactly(NewUserVerification.CARD_ACCEPTANCE);
    }

    @Test
    void errorsThatACalledDiagramEndsWithAreThoseItsCallersCatch() {
        Set<String> thrown = errors(end -> end.getParentElement() instanceof EndEvent);
        Set<String> caught = errors(event -> event.getParentElement() instanceof BoundaryEvent);
        assertThat(thrown).isNotEmpty().isEqualTo(caught);
    }

    @Test
    void reasonsOfErrorsAreThoseOfOutcomes() {
        Set<String> reasons = all(Error.class)
                .map(Error::getCamundaErrorMessage)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        all(CamundaField.class)
                .filter(field -> field.getCamundaName().equals("reason") && field.getCamundaString() != null)
                .map(field -> field.getCamundaString().getTextContent().strip())
                .forEach(reasons::add);
        reasons.addAll(names(ReviewReason.values()));
        assertThat(reasons)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OutcomeReason.values()).map(Enum::name).toList());
    }

    /** An error whose message becomes a reason must have one at each end that throws it. */
    @Test
    void everyErrorThatIsCaughtWithItsReasonStatesOne() {
        Set<String> withReason = all(BoundaryEvent.class)
                .flatMap(event -> event.getChildElementsByType(ErrorEventDefinition.class).stream())
                .filter(caught -> caught.getCamundaErrorMessageVariable() != null)
                .map(caught -> caught.getError().getErrorCode())
                .collect(Collectors.toSet());
        assertThat(withReason).isNotEmpty();
        assertThat(all(EndEvent.class)
                        .flatMap(end -> end.getChildElementsByType(ErrorEventDefinition.class).stream())
                        .map(ErrorEventDefinition::getError)
                        .filter(error -> withReason.contains(error.getErrorCode())))
                .isNotEmpty()
                .allSatisfy(error -> assertThat(error.getCamundaErrorMessage())
                        .as(error.getId())
                        .isNotBlank());
    }

    @Test
    void everyOutcomeIsDrawnAndEveryDrawnOutcomeIsOne() {
        Set<String> drawn = all(CamundaField.class)
                .filter(field -> field.getCamundaName().equals("outcome"))
                .map(field -> field.getCamundaString().getTextContent().strip())
                .collect(Collectors.toSet());
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(OutcomeCode.values()).map(Enum::name).toList());
    }

    @Test
    void fieldsOfEndEventsAreThoseThatEndApplicationTakes() {
        Set<String> taken = Arrays.stream(EndApplication.class.getMethods())
                .filter(method -> method.getName().startsWith("set"))
                .map(method -> method.getName().substring(3).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        assertThat(texts(CamundaField.class, CamundaField::getCamundaName)).isEqualTo(taken);
    }

    @Test
    void deadlinesThatTheApplicantIsToldAreDurations() {
        assertDeadline(NEW_USER_VERIFICATION, NewUserVerification.CORRECTION_DEADLINE);
        assertDeadline(ASSOCIATE_VERIFIED_ACCOUNT, AssociateVerifiedAccount.MOBILE_DEADLINE);
        assertDeadline(APPEAL, ReviewDocuments.EVIDENCE_DEADLINE);
        assertDeadline(diagram(ReviewDocuments.KEY), ReviewDocuments.EVIDENCE_DEADLINE);
        assertDeadline(APPEAL, Appeal.OBJECTION_PERIOD);
        assertDeadline(diagram(EnterpriseVerification.KEY), ReviewDocuments.EVIDENCE_DEADLINE);
        assertDeadline(diagram(EnterpriseVerification.KEY), EnterpriseVerification.AMOUNT_DEADLINE);
    }

    private static void assertDeadline(BpmnModelInstance diagram, String id) {
        CatchEvent deadline = diagram.getModelElementById(id);
        assertThat(deadline).as(id).isNotNull();
        assertThat(deadline.getEventDefinitions())
                .singleElement()
                .isInstanceOfSatisfying(
                        TimerEventDefinition.class,
                        timer -> assertThat(Duration.parse(
                                        timer.getTimeDuration().getTextContent().strip()))
                                .isPositive());
    }

    // What the code names

    private static Set<String> facts() {
        return named(Fact.class).map(Fact::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> answersReadBySteps() {
        return named(TableAnswer.class).map(TableAnswer::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Constants of that type, wherever they stand. */
    private static <T> Stream<T> named(Class<T> type) {
        return MAIN.stream()
                .flatMap(owner -> owner.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(type))
                .map(JavaField::reflect)
                .map(NamesInDiagramsTest::value)
                .map(type::cast);
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The names under which Spring has them. */
    private static Set<String> beans(Class<?> type) {
        return MAIN.stream()
                .filter(bean -> bean.isAssignableTo(type) && !bean.isInterface())
                .map(bean -> StringUtils.uncapitalize(bean.getSimpleName()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    // What the diagrams and tables name

    private static Set<String> factsRead() {
        Stream<String> conditions = all(ConditionExpression.class).map(ConditionExpression::getTextContent);
        Stream<String> fields = all(CamundaField.class)
                .map(CamundaField::getCamundaExpressionChild)
                .filter(Objects::nonNull)
                .map(ModelElementInstance::getTextContent);
        Set<String> asked = texts(BusinessRuleTask.class, BusinessRuleTask::getCamundaDecisionRef);
        Stream<String> inputs = TABLES.stream()
                .filter(table -> table.getModelElementsByType(Decision.class).stream()
                        .anyMatch(decision -> asked.contains(decision.getId())))
                .flatMap(table -> table.getModelElementsByType(InputExpression.class).stream())
                .map(input -> input.getText().getTextContent());
        Stream<String> tasks = all(UserTask.class)
                .flatMap(task -> Stream.of(
                        task.getCamundaCandidateGroups(), task.getCamundaDueDate(), task.getCamundaPriority()));
        return Stream.of(conditions, fields, inputs, tasks)
                .flatMap(texts -> texts)
                .flatMap(NamesInDiagramsTest::words)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> words(String expression) {
        return WORD.matcher(expression)
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.startsWith("'") && !OPERATORS.contains(word));
    }

    /** Facts that come of drawing alone: a table's answer, a caught error's message. */
    private static Set<String> factsOfDiagrams() {
        Set<String> facts = new TreeSet<>(texts(BusinessRuleTask.class, BusinessRuleTask::getCamundaResultVariable));
        all(BusinessRuleTask.class).map(NamesInDiagramsTest::outputs).forEach(facts::addAll);
        facts.addAll(texts(ErrorEventDefinition.class, ErrorEventDefinition::getCamundaErrorMessageVariable));
        return facts;
    }

    /** The facts that a table with several answers leaves, each under the answer's own name. */
    private static Set<String> outputs(BusinessRuleTask task) {
        return task.getModelInstance().getModelElementsByType(CamundaOutputParameter.class).stream()
                .filter(output -> output.getParentElement()
                        .getParentElement()
                        .getParentElement()
                        .equals(task))
                .peek(output -> assertThat(output.getTextContent())
                        .isEqualTo("${decisionResult.getSingleResult()." + output.getCamundaName() + "}"))
                .map(CamundaOutputParameter::getCamundaName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> compared(String fact) {
        Pattern comparison = Pattern.compile("\\b" + fact + "\\s*[!=]=\\s*'([^']*)'");
        return all(ConditionExpression.class)
                .flatMap(condition ->
                        comparison.matcher(condition.getTextContent()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> answers(String decision) {
        return table(decision).getModelElementsByType(OutputEntry.class).stream()
                .map(entry -> entry.getText().getTextContent().strip().replace("\"", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> messages(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(Message.class).stream()
                .map(Message::getName)
                .collect(Collectors.toSet());
    }

    private static Set<String> received(BpmnModelInstance diagram) {
        return diagram.getModelElementsByType(CatchEvent.class).stream()
                .flatMap(event -> event.getChildElementsByType(MessageEventDefinition.class).stream())
                .map(definition -> definition.getMessage().getName())
                .collect(Collectors.toSet());
    }

    private static Set<String> errors(Predicate<ErrorEventDefinition> which) {
        return all(ErrorEventDefinition.class)
                .filter(which)
                .map(definition -> definition.getError().getErrorCode())
                .collect(Collectors.toSet());
    }

    private static <T extends ModelElementInstance> Stream<T> all(Class<T> type) {
        return DIAGRAMS.stream().flatMap(diagram -> diagram.getModelElementsByType(type).stream());
    }

    private static <T extends ModelElementInstance> Set<String> texts(Class<T> type, Function<T, String> text) {
        return all(type).map(text).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> keys(Stream<BpmnModelInstance> diagrams) {
        return diagrams.flatMap(diagram -> diagram.getModelElementsByType(Process.class).stream())
                .map(Process::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static BpmnModelInstance diagram(String process) {
        return DIAGRAMS.stream()
                .filter(diagram -> diagram.getModelElementById(process) != null)
                .findFirst()
                .orElseThrow();
    }

    private static DmnModelInstance table(String decision) {
        return TABLES.stream()
                .filter(table -> table.getModelElementById(decision) != null)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<File> files(String folder, String extension) {
        File[] found = new File(folder).listFiles((directory, name) -> name.endsWith(extension));
        return Stream.of(Objects.requireNonNull(found, folder));
    }
}
