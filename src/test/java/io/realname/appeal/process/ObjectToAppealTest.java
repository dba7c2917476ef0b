package io.realname.appeal.process;

import static io.realname.process.ProcessRunAssertions.assertEnded;
import static io.realname.process.Reviewers.ANNA;
import static io.realname.process.Reviewers.SENIOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.account.AccountKind;
import io.realname.app.Applicant;
import io.realname.app.AtOnce;
import io.realname.appeal.Objection;
import io.realname.appeal.Objections;
import io.realname.application.Action;
import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.process.Cases;
import io.realname.process.EveryPathOf;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.refusal.RefusalCode;
import io.realname.sandbox.SandboxServer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code object-to-appeal.bpmn}; the whole class together takes each node and flow of it. */
@EveryPathOf(ObjectToAppeal.KEY)
@ProcessTest
class ObjectToAppealTest {

    private static final String SEND = "SendSms";

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private Objections objections;

    @Autowired
    private SandboxServer sandbox;

    // The usual way

    @Test
    void holderWhoConfirmsTheNumberIsHeard() {
        Applicant holder = cases.holder();
        ProcessRun appeal = approved(holder);
        int before = sandbox.inbox().messages(holder.mobile()).size();

        ProcessRun run = cases.object(holder);
        assertThat(run.objection()).isWaitingAt("ConfirmMobile");
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        run.execute("SendMobileCode");
        assertThat(sandbox.inbox().messages(holder.mobile())).hasSize(before + 1);
        assertThat(run.application().action()).extracting(Action::type).isEqualTo(ActionType.SUBMIT_MOBILE_CODE);
        assertThat(objections.to(appeal.id())).as("until the code is right").isEmpty();
        run.enterCode();
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        run.execute("RaiseObjection");

        assertThat(run.objection())
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
        assertEnded(run, OutcomeCode.OBJECTION_RAISED);
        assertThat(appeal.appeal()).hasPassed("HolderObjected").isWaitingAt("ReviewAppeal");
        assertThat(objections.to(appeal.id()))
                .extracting(Objection::account, Objection::statement)
                .containsExactly(tuple(holder.account(), Cases.OBJECTION));
        assertThat(runs.jdbc()
                        .sql("select mobile is null and statement is null from application where id = ?")
                        .param(run.id())
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
        Applicant nobody = runs.somebody();
        runs.put(nobody.account(), Cases.HOME, AccountKind.PERSONAL, nobody.mobile());

        assertNothing(cases.object(nobody));
    }

    /** The holder of an appeal that people have not agreed to is not told of it, neither by SMS nor by asking. */
    @Test
    void appealThatIsUnderReviewIsNothingToObjectTo() {
        Applicant holder = cases.holder();
        ProcessRun appeal = cases.neverVerified(holder);

        assertNothing(cases.object(holder));

        reviewers.approve(appeal, ANNA);
        assertNothing(cases.object(holder));
        appeal.execute("NotifyHolder");
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
        ProcessRun appeal = approved(holder);
        cases.object(holder).confirmMobile().execute("RaiseObjection");
        reviewers.approve(appeal, SENIOR);
        reviewers.approve(appeal, ANNA).execute("NotifyHolder");
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");

        assertNothing(cases.object(holder));

        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
    }

    @Test
    void eachHolderIsHeard() {
        Applicant holder = cases.holder();
        Applicant cloud = secondAccountOf(holder);
        ProcessRun appeal = approved(holder);
        cases.object(holder).confirmMobile().execute("RaiseObjection");
        reviewers.approve(appeal, SENIOR);
        reviewers.approve(appeal, ANNA).execute("NotifyHolder");

        ProcessRun second = cases.object(cloud).confirmMobile().execute("RaiseObjection");

        assertEnded(second, OutcomeCode.OBJECTION_RAISED);
        assertThat(objections.to(appeal.id())).hasSize(2);
    }

    // A code would prove nothing

    @Test
    void accountWithoutANumberGetsNoCode() {
        Applicant holder = cases.holder();
        ProcessRun appeal = approved(holder);
        runs.put(holder.account(), Cases.HOME, AccountKind.PERSONAL, null);
        int sent = sandbox.calls().of(SEND);

        ProcessRun run = cases.object(holder);

        assertThat(run.objection()).hasPassedInOrder("FindAppeal", "NoMobile").isEnded();
        assertEnded(run, OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE);
        assertThat(run.outcome().account()).isEqualTo(holder.account());
        assertThat(sandbox.calls().of(SEND)).isEqualTo(sent);
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
    }

    @Test
    void numberThatIsNewGetsNoCode() {
        Applicant holder = cases.holder();
        approved(holder);
        cases.has(holder, runs.somebody().mobile());
        int sent = sandbox.calls().of(SEND);

        ProcessRun run = cases.object(holder);

        assertThat(run.objection())
                .hasPassedInOrder("FindAppeal", "MobileTooNew")
                .isEnded();
        assertEnded(run, OutcomeCode.MOBILE_CHANGED_RECENTLY);
        assertThat(run.outcome().availableFrom()).isNotNull();
        assertThat(sandbox.calls().of(SEND)).isEqualTo(sent);
    }

    // The number is not confirmed

    @Test
    void wrongCodesAreNoObjection() {
        Applicant holder = cases.holder();
        ProcessRun appeal = approved(holder);
        ProcessRun run = cases.object(holder).execute("SendMobileCode");
        for (int n = 1; n <= 5; n++) {
            run.enterWrongCode();
        }

        assertThat(run.objection())
                .hasPassedInOrder("MobileNotConfirmed", "MobileCodeFailed")
                .isEnded();
        assertEnded(run, OutcomeCode.MOBILE_CODE_FAILED, OutcomeReason.TOO_MANY_WRONG_CODES);
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
        assertThat(objections.to(appeal.id())).isEmpty();
    }

    @Test
    void nobodyEntersTheCodeInTime() {
        Applicant holder = cases.holder();
        approved(holder);

        ProcessRun run = cases.object(holder).execute("SendMobileCode").execute("ConfirmationDeadline");

        assertThat(run.objection())
                .hasPassedInOrder("ConfirmationExpired", "ConfirmationTimedOut")
                .isEnded();
        assertEnded(run, OutcomeCode.EXPIRED);
    }

    // The appeal doesn't wait for it

    static Stream<Named<Consumer<ProcessRun>>> places() {
        return Stream.of(
                Named.of("the period is over", appeal -> appeal.execute("ObjectionPeriodOver")),
                Named.of(
                        "the hour for the busy holder is over",
                        appeal -> appeal.execute("ObjectionPeriodOver")
                                .execute("ReleaseIdentity")
                                .execute("HolderBusy")));
    }

    /** Between a timer and the release lie milliseconds, or as long as an incident lasts. */
    @ParameterizedTest(name = "when {0}")
    @MethodSource("places")
    void objectionBeforeTheReleaseGoesToTheReviewers(Consumer<ProcessRun> place) {
        Applicant holder = cases.holder();
        ProcessRun appeal = approved(holder);
        ProcessRun run = cases.object(holder).execute("SendMobileCode");
        place.accept(appeal);

        run.enterCode().execute("RaiseObjection");
        assertEnded(run, OutcomeCode.OBJECTION_RAISED);
        assertThat(appeal.appeal()).isWaitingAt("ReleaseIdentity");
        appeal.execute("ReleaseIdentity");

        assertThat(appeal.appeal()).isWaitingAt("ReviewAppeal");
        assertThat(reviewers.offeredTo(appeal)).containsExactly(Reviewers.SENIOR_REVIEW);
        assertThat(objections.to(appeal.id())).hasSize(1);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void objectionOfAnotherHolderCountsWhileThatOfTheFirstIsReviewed() {
        Applicant holder = cases.holder();
        Applicant cloud = secondAccountOf(holder);
        ProcessRun appeal = approved(holder);
        cases.object(holder).confirmMobile().execute("RaiseObjection");

        ProcessRun second = cases.object(cloud).confirmMobile().execute("RaiseObjection");

        assertEnded(second, OutcomeCode.OBJECTION_RAISED);
        assertThat(objections.to(appeal.id()))
                .as("what the open review shows")
                .extracting(Objection::account)
                .containsExactly(holder.account(), cloud.account());
        assertThat(appeal.appeal()).isWaitingAt("ReviewAppeal");
        long told = runs.notices(holder.mobile());
        reviewers.approve(appeal, SENIOR);
        reviewers.approve(appeal, ANNA).execute("NotifyHolder");
        assertThat(appeal.appeal()).isWaitingAt("ReviewAppeal");
        assertThat(runs.notices(holder.mobile()))
                .as("told of nothing that does not come")
                .isEqualTo(told);
        reviewers.approve(appeal, SENIOR);
        reviewers.approve(appeal, ANNA).execute("NotifyHolder");
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
    }

    @Test
    void objectionOfWhoWasToldCountsWhileOthersCannotBeTold() {
        Applicant holder = cases.holder();
        Applicant cloud = secondAccountOf(holder);
        ProcessRun appeal = reviewers.approve(cases.neverVerified(holder), ANNA);
        sandbox.script().smsCodeNext("Ok");
        sandbox.script().smsCodeNext("InternalError.Timeout");
        appeal.executeInVain("NotifyHolder");

        ProcessRun run = cases.object(holder).confirmMobile().execute("RaiseObjection");

        assertEnded(run, OutcomeCode.OBJECTION_RAISED);
        assertNothing(cases.object(cloud));
        appeal.execute("NotifyHolder");
        assertThat(appeal.appeal()).hasPassed("NotifyHolder").isWaitingAt("ReviewAppeal");
        assertThat(runs.notices(cloud.mobile())).isZero();
    }

    /** In which order the two come, the database decides; that the objection is heard, it does not. */
    @Test
    void objectionAndTheEndOfThePeriodAtOnceIsHeard() {
        Applicant holder = cases.holder();
        ProcessRun appeal = approved(holder);
        ProcessRun run = cases.object(holder).confirmMobile();
        String raise = run.jobAt("RaiseObjection").getId();
        String over = appeal.jobAt("ObjectionPeriodOver").getId();

        AtOnce.failures(
                () -> runs.engine().getManagementService().executeJob(raise),
                () -> runs.engine().getManagementService().executeJob(over));
        if (run.application().outcome() == null) {
            run.execute("RaiseObjection");
        }
        if (!reviewers.hasTask(appeal)) {
            appeal.execute("ReleaseIdentity");
        }

        assertEnded(run, OutcomeCode.OBJECTION_RAISED);
        assertThat(appeal.appeal()).isWaitingAt("ReviewAppeal");
        assertThat(objections.to(appeal.id())).hasSize(1);
    }

    // Too late

    @Test
    void objectionToWhatTheApplicantWithdrewIsTooLate() {
        Applicant holder = cases.holder();
        ProcessRun appeal = approved(holder);
        ProcessRun run = cases.object(holder).execute("SendMobileCode");
        appeal.withdraw();

        assertTooLate(run.enterCode().execute("RaiseObjection"), appeal);
    }

    @Test
    void objectionOfWhoHoldsNothingAnyMoreIsTooLate() {
        Applicant holder = cases.holder();
        ProcessRun appeal = approved(holder);
        ProcessRun run = cases.object(holder).execute("SendMobileCode");
        cases.release(holder);

        assertTooLate(run.enterCode().execute("RaiseObjection"), appeal);
    }

    private void assertTooLate(ProcessRun run, ProcessRun appeal) {
        assertThat(run.objection())
                .hasPassedInOrder("RaiseObjection", "TooLate")
                .isEnded();
        assertEnded(run, OutcomeCode.NOTHING_TO_OBJECT_TO);
        assertThat(objections.to(appeal.id())).isEmpty();
    }

    // Who may not

    @Test
    void unknownAccountCannotObject() {
        Refused.invalid("/account", "UNKNOWN_ACCOUNT", () -> cases.object(runs.somebody()));
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

        ProcessRun run = cases.object(holder);

        assertThat(run.objection())
                .hasPassedInOrder("LimitAttempts", "TooManyAttempts")
                .hasNotPassed("FindAppeal")
                .isEnded();
        assertEnded(run, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    // The holder withdraws

    static Stream<Named<Consumer<ProcessRun>>> waits() {
        return Stream.of(
                Named.of("the code goes out", run -> {}),
                Named.of("the code is entered", run -> run.execute("SendMobileCode")),
                Named.of("the objection is raised", ProcessRun::confirmMobile));
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void holderMayWithdraw(Consumer<ProcessRun> way) {
        Applicant holder = cases.holder();
        ProcessRun appeal = approved(holder);
        ProcessRun run = cases.object(holder);
        way.accept(run);

        run.withdraw();

        assertThat(run.objection())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .isEnded();
        assertEnded(run, OutcomeCode.WITHDRAWN);
        assertThat(appeal.appeal()).isWaitingAt("WaitForObjection");
    }

    // What all of it is about

    /** An appeal to which people have agreed, and of which the holder was told. */
    private ProcessRun approved(Applicant holder) {
        return reviewers.approve(cases.neverVerified(holder), ANNA).execute("NotifyHolder");
    }

    /** The same person's at another site, with a number of its own. */
    private Applicant secondAccountOf(Applicant holder) {
        Applicant second = cases.associated(holder, Cases.ELSEWHERE)
                .withMobile(runs.somebody().mobile());
        runs.put(second.account(), Cases.ELSEWHERE, AccountKind.PERSONAL, second.mobile());
        return second;
    }

    private void assertNothing(ProcessRun run) {
        assertThat(run.objection())
                .hasPassedInOrder("FindAppeal", "NothingToObject")
                .hasNotPassed("ConfirmMobile")
                .isEnded();
        assertEnded(run, OutcomeCode.NOTHING_TO_OBJECT_TO);
    }
}
