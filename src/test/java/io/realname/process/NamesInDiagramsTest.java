package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.realname.Offered;
import io.realname.appeal.AppealFound;
import io.realname.appeal.HolderState;
import io.realname.appeal.ReleaseResult;
import io.realname.appeal.process.Appeal;
import io.realname.appeal.process.ObjectToAppeal;
import io.realname.association.AssociationResult;
import io.realname.association.SourceState;
import io.realname.association.process.AssociateVerifiedAccount;
import io.realname.desk.process.ReviewByPeople;
import io.realname.diagram.OwnModels;
import io.realname.diagram.catalogue.Catalogue;
import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.KnownMessage;
import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.Need;
import io.realname.diagram.catalogue.ReviewTask;
import io.realname.diagram.catalogue.Step;
import io.realname.diagram.flow.Names;
import io.realname.diagram.model.Condition;
import io.realname.diagram.model.Diagram;
import io.realname.diagram.model.Models;
import io.realname.enterprise.process.EnterpriseVerification;
import io.realname.licence.LicenceResult;
import io.realname.newuser.process.NewUserVerification;
import io.realname.process.mobile.ConfirmMobile;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewReason;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.StringUtils;

/**
 * The catalogue of what diagrams may use is what the code contains, and our diagrams use all of it. That they use nothing
 * else, the rules of the diagrams say.
 */
class NamesInDiagramsTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.realname");

    private static final Catalogue CATALOGUE = Offered.toDiagrams();
    private static final Models MODELS = OwnModels.read().models();
    private static final Names NAMES = new Names(MODELS, CATALOGUE);

    private static final List<ClientProcess> CLIENT_PROCESSES = List.of(
            NewUserVerification.process(),
            AssociateVerifiedAccount.process(),
            Appeal.process(),
            ObjectToAppeal.process(),
            EnterpriseVerification.process());

    static List<Step> steps() {
        return CATALOGUE.steps();
    }

    @Test
    void stepsOfTheCatalogueAreTheDelegatesThereAre() {
        assertThat(CATALOGUE.steps())
                .extracting(Step::delegate)
                .containsExactlyInAnyOrderElementsOf(beans(JavaDelegate.class));
    }

    @Test
    void listenersOfTheCatalogueAreThoseThereAre() {
        Set<String> listeners = CATALOGUE.reviewTasks().stream()
                .flatMap(task -> task.listeners().stream())
                .map(ReviewTask.Listener::delegate)
                .collect(Collectors.toSet());
        assertThat(listeners).isEqualTo(beans(TaskListener.class));
    }

    /** The facts in a step's code, also in what it calls with the scope, are those that the catalogue names. */
    @ParameterizedTest
    @MethodSource("steps")
    void catalogueNamesTheFactsOfTheStepsCode(Step step) {
        JavaClass delegate = MAIN.stream()
                .filter(type -> type.isAssignableTo(JavaDelegate.class)
                        && StringUtils.uncapitalize(type.getSimpleName()).equals(step.delegate()))
                .findFirst()
                .orElseThrow();
        Set<String> named = Stream.concat(step.leaves().stream(), step.reads().stream())
                .map(DiagramFact::name)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> written = new TreeSet<>();
        delegate.getCodeUnits().forEach(code -> collect(code, written, new HashSet<>()));
        assertThat(named).isEqualTo(written);
    }

    @Test
    void everyStepIsDrawn() {
        Set<String> drawn = MODELS.diagrams().stream()
                .flatMap(Diagram::nodes)
                .flatMap(node -> Diagram.delegateOf(node).stream())
                .collect(Collectors.toSet());
        assertThat(drawn).isEqualTo(beans(JavaDelegate.class));
    }

    @Test
    void everyProcessOfTheCatalogueIsDrawnAndClientsStartTheirs() {
        assertThat(CATALOGUE.processes())
                .extracting(KnownProcess::key)
                .containsExactlyInAnyOrderElementsOf(
                        MODELS.diagrams().stream().map(Diagram::key).toList());
        assertThat(CATALOGUE.processes().stream().filter(KnownProcess::startedByClients))
                .extracting(KnownProcess::key)
                .containsExactlyInAnyOrderElementsOf(
                        CLIENT_PROCESSES.stream().map(ClientProcess::key).toList());
    }

    @Test
    void everyMessageIsWaitedFor() {
        assertThat(CATALOGUE.messages())
                .extracting(KnownMessage::name)
                .containsExactlyInAnyOrderElementsOf(MODELS.diagrams().stream()
                        .flatMap(diagram -> received(diagram).stream())
                        .collect(Collectors.toSet()));
    }

    /** Client apps may send messages to these, and to no others. */
    @Test
    void receiversAreTheDiagramsThatWaitForClients() {
        Set<String> sent = Arrays.stream(ClientMessage.values())
                .map(ClientMessage::messageName)
                .collect(Collectors.toSet());
        Set<String> receivers =
                CLIENT_PROCESSES.stream().map(ClientProcess::key).collect(Collectors.toSet());
        receivers.add(ConfirmMobile.KEY);
        Set<String> waiting = MODELS.diagrams().stream()
                .filter(diagram -> received(diagram).stream().anyMatch(sent::contains))
                .map(Diagram::key)
                .collect(Collectors.toSet());
        assertThat(waiting).isEqualTo(receivers);
    }

    @Test
    void everyFactThatIsLeftIsRead() {
        Set<String> read = MODELS.diagrams().stream()
                .flatMap(Diagram::nodes)
                .flatMap(node -> NAMES.read(node).stream())
                .collect(Collectors.toSet());
        assertThat(facts()).isNotEmpty().isSubsetOf(read);
        Set<String> answers = MODELS.tables().stream()
                .filter(table -> CATALOGUE.table(table.key()).isEmpty())
                .flatMap(table -> table.columns().keySet().stream())
                .collect(Collectors.toSet());
        assertThat(answers).isNotEmpty().isSubsetOf(read);
        assertThat(facts()).as("left twice").doesNotContainAnyElementsOf(answers);
    }

    /** Each has a way of its own but the one that takes the default way. */
    @Test
    void everyValueHasAWay() {
        assertWays(AssociateVerifiedAccount.SOURCE, SourceState.values(), SourceState.NOT_VERIFIED);
        assertWays(AssociateVerifiedAccount.ASSOCIATION, AssociationResult.values(), AssociationResult.SOURCE_GONE);
        assertWays(Appeal.HOLDER, HolderState.values(), HolderState.NOT_BOUND);
        assertWays(Appeal.RELEASED, ReleaseResult.values(), ReleaseResult.CHANGED);
        assertWays(ReviewByPeople.REVIEW_DECISION, ReviewDecision.values(), ReviewDecision.REJECT);
        assertWays(ObjectToAppeal.APPEAL, AppealFound.values(), AppealFound.NONE);
        assertThat(compared(EnterpriseVerification.LICENCE_RESULT.name()))
                .containsExactly(LicenceResult.NOT_IN_FORCE.name());
    }

    @Test
    void everyOutcomeIsDrawn() {
        assertThat(fields("outcome")).isEqualTo(CATALOGUE.outcomes());
    }

    @Test
    void everyReasonIsDrawnOrAReviewers() {
        Set<String> reasons = MODELS.diagrams().stream()
                .flatMap(diagram -> diagram.beside(Error.class).stream())
                .map(Error::getCamundaErrorMessage)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        fields("reason").stream().filter(reason -> !reason.startsWith("$")).forEach(reasons::add);
        reasons.addAll(names(ReviewReason.values()));
        assertThat(reasons).isEqualTo(CATALOGUE.reasons());
    }

    @Test
    void fieldsOfEndEventsAreThoseThatEndApplicationTakes() {
        assertThat(Arrays.stream(EndApplication.class.getMethods())
                        .filter(method -> method.getName().startsWith("set"))
                        .map(method -> method.getName().substring(3).toLowerCase(Locale.ROOT)))
                .containsExactlyInAnyOrder("outcome", "reason");
    }

    /** The Modeler offers a step as the rules want it. */
    @ParameterizedTest
    @MethodSource("steps")
    void templateOfAStepIsAsTheCatalogueWantsIt(Step step) {
        List<String> fixed = ElementTemplate.all().stream()
                .filter(template -> stated(template).contains("camunda:delegateExpression=${" + step.delegate() + "}"))
                .peek(template ->
                        assertThat(template.json().path("name").asText()).isEqualTo(step.label()))
                .findFirst()
                .map(NamesInDiagramsTest::stated)
                .orElse(List.of());
        // The template of end events cannot reach into the envelope.
        assertThat(fixed.isEmpty()).isEqualTo(step.delegate().equals("endApplication"));
        assertThat(fixed.contains("camunda:asyncBefore=true"))
                .isEqualTo(step.needs().stream().anyMatch(Need.AsynchronousBefore.class::isInstance));
    }

    private static List<String> stated(ElementTemplate template) {
        List<String> stated = new ArrayList<>();
        template.properties()
                .forEach(property -> stated.add(property.at("/binding/name").asText() + "="
                        + property.path("value").asText()));
        return stated;
    }

    /** The facts that the code uses, also in the methods to which it hands the scope. */
    private static void collect(JavaCodeUnit code, Set<String> facts, Set<JavaCodeUnit> seen) {
        if (!seen.add(code)) {
            return;
        }
        code.getFieldAccesses().stream()
                .flatMap(access -> access.getTarget().resolveMember().stream())
                .filter(NamesInDiagramsTest::isFact)
                .forEach(field -> facts.add(((DiagramFact) value(field.reflect())).name()));
        code.getMethodCallsFromSelf().stream()
                .flatMap(call -> call.getTarget().resolveMember().stream())
                .filter(method -> method.getOwner().getSimpleName().endsWith("Facts"))
                .filter(method -> method.getRawParameterTypes().stream()
                        .anyMatch(parameter -> parameter.getSimpleName().equals("VariableScope")))
                .forEach(method -> collect(method, facts, seen));
    }

    private static boolean isFact(JavaField field) {
        return field.getModifiers().contains(JavaModifier.STATIC)
                && field.getRawType().isAssignableTo(DiagramFact.class);
    }

    private static Set<String> facts() {
        return MAIN.stream()
                .flatMap(owner -> owner.getFields().stream())
                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(Fact.class))
                .map(field -> ((Fact<?>) value(field.reflect())).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object value(Field field) {
        try {
            field.setAccessible(true);
            return Objects.requireNonNull(field.get(null));
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

    private static void assertWays(Fact<String> fact, Enum<?>[] values, Enum<?> byDefault) {
        Set<String> expected = names(values);
        expected.remove(byDefault.name());
        assertThat(compared(fact.name())).as(fact.name()).isEqualTo(expected);
    }

    private static Set<String> compared(String fact) {
        Set<String> compared = new TreeSet<>();
        MODELS.diagrams().stream()
                .flatMap(diagram -> diagram.all(SequenceFlow.class))
                .flatMap(flow -> Names.condition(flow).stream())
                .forEach(condition -> condition.visit(part -> {
                    if (part instanceof Condition.Compares compares
                            && compares.fact().equals(fact)) {
                        compared.add(compares.value());
                    }
                }));
        return compared;
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> received(Diagram diagram) {
        return diagram.nodes()
                .filter(CatchEvent.class::isInstance)
                .flatMap(event -> event.getChildElementsByType(MessageEventDefinition.class).stream())
                .map(definition -> definition.getMessage().getName())
                .collect(Collectors.toSet());
    }

    private static Set<String> fields(String name) {
        return MODELS.diagrams().stream()
                .flatMap(Diagram::nodes)
                .flatMap(Names::fields)
                .filter(field -> name.equals(field.getCamundaName()))
                .map(CamundaField::getTextContent)
                .map(String::strip)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
