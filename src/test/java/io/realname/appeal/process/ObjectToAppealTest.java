package io.realname.appeal.process;

import static io.realname.process.Reviewers.ANNA;
import static io.realname.process.Reviewers.SENIOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.account.AccountKind;
import io.realname.app.Applicant;
import io.realname.appeal.Objection;
import io.realname.appeal.Objections;
import io.realname.application.Action;
import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.process.AtOnce;
import io.realname.process.Cases;
import io.realname.process.PathCoverage;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.process.Walk;
import io.realname.process.Walks;
import io.realname.refusal.RefusalCode;
import io.realname.sandbox.SandboxServer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code object-to-appeal.bpmn}; the whole class together takes each node and flow of it. */
@ProcessTest
class ObjectToAppealTest {

    private static final String SEND = "SendSms";

    @Autowired
    private Walks walks;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private Objections objections;

    @Autowired
    private SandboxServer sandbox;

    @BeforeAll
    static void nothingIsReached(@Autowired PathCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyNodeAndFlowIsReached(@Autowired PathCoverage coverage) {
        assertThat(coverage.missing(ObjectToAppeal.KEY)).isEmpty();
    }

    @BeforeEach
    void refresh() {
        walks.refresh();
        reviewers.comeToWork();
    }

    // The usual way

    @Test
    void holderWhoConfirmsTheNumberIsHeard() {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        int before = sandbox.inbox().messages(holder.mobile()).size();

        Walk walk = cases.object(holder);
        assertThat(walk.objection()).isWaitingAt("ConfirmMobile");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        walk.run("SendMobileCode");
        assertThat(sandbox.inbox().messages(holder.mobile())).hasSize(before + 1);
        assertThat(walk.application().action()).extracting(Action::type).isEqualTo(ActionType.SUBMIT_MOBILE_CODE);
        assertThat(objections.to(appeal.id())).as("until the code is right").isEmpty();
        walk.enterCode();
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        walk.run("RaiseObjection");

        assertThat(walk.objection())
                .hasPassedInOrder(
                        "ObjectionMade",
                        "RegisterObjection",
                        "LimitAttempts",
                        "FindAppeal",
                        "RaiseObjection",
                        "ObjectionRaised")
                .hasPassed("ConfirmMobile")
                .hasNotPassed("TooLate", "NothingToObject")
                .isEnded();
        assertEnded(walk, OutcomeCode.OBJECTION_RAISED);
        assertThat(appeal.appeal()).hasPassed("HolderObjected").isWaitingAt("ReviewAppeal");
        assertThat(objections.to(appeal.id()))
                .extracting(Objection::account, Objection::statement)
                .containsExactly(tuple(holder.account(), Cases.OBJECTION));
        assertThat(walks.jdbc()
                        .sql("select mobile is null and statement is null from application where id = ?")
                        .param(walk.id())
                        .query(Boolean.class)
                        .single())
                .as("number and words are forgotten")
                .isTrue();
    }

    // Nothing to object to

    @Test
    void accountAgainstWhichNobodyAppealsHasNothingToObjectTo() {
        assertNothing(cases.object(cases.holder()));
    }

    @Test
    void accountThatIsNotVerifiedHasNothingToObjectTo() {
        Applicant nobody = walks.somebody();
        walks.put(nobody.account(), Cases.HOME, AccountKind.PERSONAL, nobody.mobile());

        assertNothing(cases.object(nobody));
    }

    /** The holder of an appeal that people have not agreed to is not told of it, neither by SMS nor by asking. */
    @Test
    void appealThatIsUnderReviewIsNothingToObjectTo() {
        Applicant holder = cases.holder();
        Walk appeal = cases.neverVerified(holder);

        assertNothing(cases.object(holder));

        reviewers.approve(appeal, ANNA);
        assertNothing(cases.object(holder));
        appeal.run("NotifyHolder");
        assertThat(cases.object(holder).objection()).isWaitingAt("ConfirmMobile");
    }

    @Test
    void appealThatIsOverIsNothingToObjectTo() {
        Applicant holder = cases.holder();
        approved(holder).withdraw();

        assertNothing(cases.object(holder));
    }

    @Test
    void holderIsHeardOnce() {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        cases.object(holder).confirmMobile().run("RaiseObjection");
        reviewers.approve(appeal, SENIOR);
        reviewers.approve(appeal, ANNA).run("NotifyHolder");
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");

        assertNothing(cases.object(holder));

        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
    }

    @Test
    void eachHolderIsHeard() {
        Applicant holder = cases.holder();
        Applicant cloud = secondAccountOf(holder);
        Walk appeal = approved(holder);
        cases.object(holder).confirmMobile().run("RaiseObjection");
        reviewers.approve(appeal, SENIOR);
        reviewers.approve(appeal, ANNA).run("NotifyHolder");

        Walk second = cases.object(cloud).confirmMobile().run("RaiseObjection");

        assertEnded(second, OutcomeCode.OBJECTION_RAISED);
        assertThat(objections.to(appeal.id())).hasSize(2);
    }

    // A code would prove nothing

    @Test
    void accountWithoutANumberGetsNoCode() {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        walks.put(holder.account(), Cases.HOME, AccountKind.PERSONAL, null);
        int sent = sandbox.calls().of(SEND);

        Walk walk = cases.object(holder);

        assertThat(walk.objection()).hasPassedInOrder("FindAppeal", "NoMobile").isEnded();
        assertEnded(walk, OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE);
        assertThat(walk.outcome().account()).isEqualTo(holder.account());
        assertThat(sandbox.calls().of(SEND)).isEqualTo(sent);
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
    }

    @Test
    void numberThatIsNewGetsNoCode() {
        Applicant holder = cases.holder();
        approved(holder);
        cases.has(holder, walks.somebody().mobile());
        int sent = sandbox.calls().of(SEND);

        Walk walk = cases.object(holder);

        assertThat(walk.objection())
                .hasPassedInOrder("FindAppeal", "MobileTooNew")
                .isEnded();
        assertEnded(walk, OutcomeCode.MOBILE_CHANGED_RECENTLY);
        assertThat(walk.outcome().availableFrom()).isNotNull();
        assertThat(sandbox.calls().of(SEND)).isEqualTo(sent);
    }

    // The number is not confirmed

    @Test
    void wrongCodesAreNoObjection() {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        Walk walk = cases.object(holder).run("SendMobileCode");
        for (int n = 1; n <= 5; n++) {
            walk.enterWrongCode();
        }

        assertThat(walk.objection())
                .hasPassedInOrder("MobileNotConfirmed", "MobileCodeFailed")
                .isEnded();
        assertEnded(walk, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.TOO_MANY_WRONG_CODES);
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
        assertThat(objections.to(appeal.id())).isEmpty();
    }

    @Test
    void nobodyEntersTheCodeInTime() {
        Applicant holder = cases.holder();
        approved(holder);

        Walk walk = cases.object(holder).run("SendMobileCode").run("ConfirmationDeadline");

        assertThat(walk.objection())
                .hasPassedInOrder("ConfirmationExpired", "ConfirmationTimedOut")
                .isEnded();
        assertEnded(walk, OutcomeCode.EXPIRED);
    }

    // The appeal doesn't wait for it

    static Stream<Named<Consumer<Walk>>> places() {
        return Stream.of(
                Named.of("the period is over", appeal -> appeal.run("ObjectionPeriodOver")),
                Named.of(
                        "the hour for the busy holder is over",
                        appeal -> appeal.run("ObjectionPeriodOver")
                                .run("ReleaseIdentity")
                                .run("HolderBusy")));
    }

    /** Between a timer and the release lie milliseconds, or as long as an incident lasts. */
    @ParameterizedTest(name = "when {0}")
    @MethodSource("places")
    void objectionBeforeTheReleaseGoesToTheReviewers(Consumer<Walk> place) {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        Walk walk = cases.object(holder).run("SendMobileCode");
        place.accept(appeal);

        walk.enterCode().run("RaiseObjection");
        assertEnded(walk, OutcomeCode.OBJECTION_RAISED);
        assertThat(appeal.appeal()).isWaitingAt("ReleaseIdentity");
        appeal.run("ReleaseIdentity");

        assertThat(appeal.appeal()).isWaitingAt("ReviewAppeal");
        assertThat(reviewers.offeredTo(appeal)).containsExactly(Reviewers.SENIOR_REVIEW);
        assertThat(objections.to(appeal.id())).hasSize(1);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void objectionOfAnotherHolderCountsWhileThatOfTheFirstIsReviewed() {
        Applicant holder = cases.holder();
        Applicant cloud = secondAccountOf(holder);
        Walk appeal = approved(holder);
        cases.object(holder).confirmMobile().run("RaiseObjection");

        Walk second = cases.object(cloud).confirmMobile().run("RaiseObjection");

        assertEnded(second, OutcomeCode.OBJECTION_RAISED);
        assertThat(objections.to(appeal.id()))
                .as("what the open review shows")
                .extracting(Objection::account)
                .containsExactly(holder.account(), cloud.account());
        assertThat(appeal.appeal()).isWaitingAt("ReviewAppeal");
        long told = notices(holder);
        reviewers.approve(appeal, SENIOR);
        reviewers.approve(appeal, ANNA).run("NotifyHolder");
        assertThat(appeal.appeal()).isWaitingAt("ReviewAppeal");
        assertThat(notices(holder)).as("told of nothing that does not come").isEqualTo(told);
        reviewers.approve(appeal, SENIOR);
        reviewers.approve(appeal, ANNA).run("NotifyHolder");
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
    }

    @Test
    void objectionOfWhoWasToldCountsWhileOthersCannotBeTold() {
        Applicant holder = cases.holder();
        Applicant cloud = secondAccountOf(holder);
        Walk appeal = reviewers.approve(cases.neverVerified(holder), ANNA);
        sandbox.script().smsCodeNext("Ok");
        sandbox.script().smsCodeNext("InternalError.Timeout");
        appeal.runInVain("NotifyHolder");

        Walk walk = cases.object(holder).confirmMobile().run("RaiseObjection");

        assertEnded(walk, OutcomeCode.OBJECTION_RAISED);
        assertNothing(cases.object(cloud));
        appeal.run("NotifyHolder");
        assertThat(appeal.appeal()).hasPassed("NotifyHolder").isWaitingAt("ReviewAppeal");
        assertThat(notices(cloud)).isZero();
    }

    /** In which order the two come, the database decides; that the objection is heard, it does not. */
    @Test
    void objectionAndTheEndOfThePeriodAtOnceIsHeard() {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        Walk walk = cases.object(holder).confirmMobile();
        String raise = walk.jobAt("RaiseObjection").getId();
        String over = appeal.jobAt("ObjectionPeriodOver").getId();

        AtOnce.failures(
                () -> walks.engine().getManagementService().executeJob(raise),
                () -> walks.engine().getManagementService().executeJob(over));
        if (walk.application().outcome() == null) {
            walk.run("RaiseObjection");
        }
        if (!reviewers.hasTask(appeal)) {
            appeal.run("ReleaseIdentity");
        }

        assertEnded(walk, OutcomeCode.OBJECTION_RAISED);
        assertThat(appeal.appeal()).isWaitingAt("ReviewAppeal");
        assertThat(objections.to(appeal.id())).hasSize(1);
    }

    // Too late

    @Test
    void objectionToWhatTheApplicantWithdrewIsTooLate() {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        Walk walk = cases.object(holder).run("SendMobileCode");
        appeal.withdraw();

        assertTooLate(walk.enterCode().run("RaiseObjection"), appeal);
    }

    @Test
    void objectionOfWhoHoldsNothingAnyMoreIsTooLate() {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        Walk walk = cases.object(holder).run("SendMobileCode");
        cases.release(holder);

        assertTooLate(walk.enterCode().run("RaiseObjection"), appeal);
    }

    private void assertTooLate(Walk walk, Walk appeal) {
        assertThat(walk.objection())
                .hasPassedInOrder("RaiseObjection", "TooLate")
                .isEnded();
        assertEnded(walk, OutcomeCode.NOTHING_TO_OBJECT_TO);
        assertThat(objections.to(appeal.id())).isEmpty();
    }

    // Who may not

    @Test
    void unknownAccountCannotObject() {
        Refused.invalid("/account", "UNKNOWN_ACCOUNT", () -> cases.object(walks.somebody()));
    }

    @Test
    void accountWithAnotherApplicationUnderWayCannotObject() {
        Applicant holder = cases.holder();
        approved(holder);
        cases.object(holder);

        Refused.with(RefusalCode.APPLICATION_IN_PROGRESS, () -> cases.object(holder));
    }

    @Test
    void eleventhApplicationOfADayIsOneTooMany() {
        Applicant holder = cases.holder();
        for (int n = 2; n <= 10; n++) {
            assertNothing(cases.object(holder));
        }
        approved(holder);

        Walk walk = cases.object(holder);

        assertThat(walk.objection())
                .hasPassedInOrder("LimitAttempts", "TooManyAttempts")
                .hasNotPassed("FindAppeal")
                .isEnded();
        assertEnded(walk, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    // The holder withdraws

    static Stream<Named<Consumer<Walk>>> waits() {
        return Stream.of(
                Named.of("the code goes out", walk -> {}),
                Named.of("the code is entered", walk -> walk.run("SendMobileCode")),
                Named.of("the objection is raised", Walk::confirmMobile));
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void holderMayWithdraw(Consumer<Walk> way) {
        Applicant holder = cases.holder();
        Walk appeal = approved(holder);
        Walk walk = cases.object(holder);
        way.accept(walk);

        walk.withdraw();

        assertThat(walk.objection())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .isEnded();
        assertEnded(walk, OutcomeCode.WITHDRAWN);
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
    }

    // What all of it is about

    /** An appeal to which people have agreed, and of which the holder was told. */
    private Walk approved(Applicant holder) {
        return reviewers.approve(cases.neverVerified(holder), ANNA).run("NotifyHolder");
    }

    /** The same person's at another site, with a number of its own. */
    private Applicant secondAccountOf(Applicant holder) {
        Applicant second = cases.associated(holder, Cases.ELSEWHERE)
                .withMobile(walks.somebody().mobile());
        walks.put(second.account(), Cases.ELSEWHERE, AccountKind.PERSONAL, second.mobile());
        return second;
    }

    private long notices(Applicant holder) {
        return sandbox.inbox().messages(holder.mobile()).stream()
                .filter(message -> message.code().isEmpty())
                .count();
    }

    private void assertNothing(Walk walk) {
        assertThat(walk.objection())
                .hasPassedInOrder("FindAppeal", "NothingToObject")
                .hasNotPassed("ConfirmMobile")
                .isEnded();
        assertEnded(walk, OutcomeCode.NOTHING_TO_OBJECT_TO);
    }

    private static void assertEnded(Walk walk, OutcomeCode code) {
        assertEnded(walk, code, null);
    }

    private static void assertEnded(Walk walk, OutcomeCode code, @Nullable OutcomeReason reason) {
        assertThat(walk.objection()).isEnded();
        assertThat(walk.outcome().code()).isEqualTo(code);
        assertThat(walk.outcome().reason()).isEqualTo(reason);
        assertThat(walk.application().status()).isEqualTo(code.status());
        assertThat(walk.application().action()).isNull();
    }
}
