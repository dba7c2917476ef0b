package io.realname.appeal.process;

import static io.realname.process.Cases.DOCUMENT;
import static io.realname.process.Cases.ELSEWHERE;
import static io.realname.process.Cases.HOME;
import static io.realname.process.ProcessRunAssertions.assertDueIn;
import static io.realname.process.ProcessRunAssertions.assertEnded;
import static io.realname.process.ProcessRunAssertions.assertEvidenceAskedFor;
import static io.realname.process.ProcessRunAssertions.assertInProgress;
import static io.realname.process.Reviewers.ANNA;
import static io.realname.process.Reviewers.BEN;
import static io.realname.process.Reviewers.SENIOR;
import static io.realname.process.Reviewers.SENIOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.account.AccountKind;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.app.AtOnce;
import io.realname.appeal.AppealReason;
import io.realname.appeal.HolderNotice;
import io.realname.appeal.HolderNotices;
import io.realname.application.ActionReason;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.desk.process.ReviewByPeople;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.Binding;
import io.realname.identity.VerificationMethod;
import io.realname.people.TestPeople;
import io.realname.process.AppealForm;
import io.realname.process.Cases;
import io.realname.process.EngineTables;
import io.realname.process.EveryPathOf;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.review.ReviewReason;
import io.realname.sandbox.Inbox;
import io.realname.sandbox.SandboxServer;
import io.realname.trail.TrailAudit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code appeal.bpmn}; the whole class together takes each node and flow of it. */
@EveryPathOf(Appeal.KEY)
@ProcessTest
class AppealTest {

    private static final String SEND = "SendSms";

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private HolderNotices notices;

    @Autowired
    private TrailAudit audit;

    @Autowired
    private SandboxServer sandbox;

    // The usual way

    @Test
    void yesReleasesWhatTheHolderDoesNotObjectTo() {
        Applicant holder = cases.holder();
        ProcessRun run = cases.neverVerified(holder);
        assertThat(run.appeal()).isWaitingAt("ReviewAppeal");
        assertInProgress(run);
        reviewers.approve(run, ANNA);
        assertThat(run.appeal()).isWaitingAt("NotifyHolder");
        assertInProgress(run);
        run.execute("NotifyHolder");
        assertThat(run.appeal()).isWaitingAt("WaitForObjection");
        assertInProgress(run);
        assertDueIn(run.jobAt("ObjectionPeriodOver"), Duration.ofDays(3));
        assertThat(cases.binding(holder)).as("as long as the holder may object").isPresent();
        run.execute("ObjectionPeriodOver").execute("ReleaseIdentity");

        assertThat(run.appeal())
                .hasPassedInOrder(
                        "AppealFiled",
                        "RegisterAppeal",
                        "LimitAppeals",
                        "CheckEvidence",
                        "CheckHolder",
                        "RouteAppeal",
                        "ReviewAppeal",
                        "NotifyHolder",
                        "ObjectionPeriodOver",
                        "ReleaseIdentity",
                        "AppealApproved")
                .hasNotPassed("AskForEvidence", "HolderObjected", "HolderBusy")
                .isEnded();
        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
        assertThat(cases.binding(run.applicant())).as("nobody asked for it").isEmpty();
        assertThat(audit.of(run.id()))
                .as("what trail and tables do not agree on")
                .isEmpty();
    }

    @Test
    void accountIsVerifiedInTheSameMomentIfTheApplicantAskedForIt() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        Binding old = cases.bindingOf(holder);
        ProcessRun run = cases.appeal(
                AppealForm.of(rightful, AppealReason.NEVER_VERIFIED).verifyingTheAccount(), HOME, DOCUMENT);

        approved(run).execute("ObjectionPeriodOver").execute("ReleaseIdentity");

        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
        Binding binding = cases.bindingOf(rightful);
        assertThat(binding.method()).isEqualTo(VerificationMethod.APPEAL);
        assertThat(binding.identity()).isEqualTo(old.identity());
        assertThat(binding.person()).isEqualTo(old.person());
        assertThat(binding.site()).isEqualTo(HOME);
    }

    @Test
    void freeIdentityMayBeVerifiedAfterwards() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder))
                .execute("ObjectionPeriodOver")
                .execute("ReleaseIdentity");

        ProcessRun verification =
                runs.apply(run.applicant(), ELSEWHERE).confirmMobile().checkCard();

        assertThat(verification.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReviewReason.class,
            names = {
                "DOCUMENT_UNREADABLE",
                "DOCUMENT_EXPIRED",
                "WRONG_DOCUMENT_TYPE",
                "FORGERY_SUSPECTED",
                "PERSON_NOT_THE_SAME",
                "STATEMENT_NOT_CREDIBLE",
                "OTHER"
            })
    void noIsToldWithItsReason(ReviewReason reason) {
        Applicant holder = cases.holder();
        ProcessRun run = reviewers.reject(cases.neverVerified(holder), ANNA, reason.name());

        assertThat(run.appeal())
                .hasPassedInOrder("ReviewAppeal", "AppealRejected")
                .hasNotPassed("NotifyHolder")
                .isEnded();
        assertEnded(run, OutcomeCode.APPEAL_REJECTED, OutcomeReason.valueOf(reason.name()));
        assertThat(cases.binding(holder)).isPresent();
        assertThat(sandbox.inbox().messages(holder.mobile()))
                .extracting(Inbox.Message::code)
                .as("no notice")
                .doesNotContain("");
    }

    // Which bindings

    @Test
    void neverVerifiedReleasesEveryBindingOfTheIdentity() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        Applicant finance = cases.associated(holder, "JD_FINANCE");
        ProcessRun run =
                cases.appeal(AppealForm.of(cases.rightful(holder), AppealReason.NEVER_VERIFIED), ELSEWHERE, DOCUMENT);

        approved(run).execute("ObjectionPeriodOver").execute("ReleaseIdentity");

        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(List.of(holder, cloud, finance))
                .allSatisfy(account -> assertThat(cases.binding(account)).isEmpty());
    }

    @Test
    void notMyOperationReleasesTheOneAtTheSiteAlone() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        Applicant finance = cases.associated(holder, "JD_FINANCE");
        Applicant rightful = cases.rightful(holder);
        ProcessRun run = cases.appeal(
                AppealForm.of(rightful, AppealReason.NOT_MY_OPERATION).verifyingTheAccount(),
                ELSEWHERE,
                Cases.everythingWithCertificate());

        approvedByTwo(run)
                .execute("NotifyHolder")
                .execute("ObjectionPeriodOver")
                .execute("ReleaseIdentity");

        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(cloud)).isEmpty();
        assertThat(cases.bindingOf(rightful).method()).isEqualTo(VerificationMethod.APPEAL);
        assertThat(List.of(holder, finance))
                .allSatisfy(account -> assertThat(cases.binding(account)).isPresent());
        assertThat(notices.of(run.id(), 1)).extracting(HolderNotice::account).containsExactly(cloud.account());
    }

    @Test
    void notMyOperationReleasesWhatWasDerivedFromTheOneAtTheSite() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        ProcessRun run = cases.notMyOperation(holder);

        approvedByTwo(run)
                .execute("NotifyHolder")
                .execute("ObjectionPeriodOver")
                .execute("ReleaseIdentity");

        assertThat(cases.binding(holder)).isEmpty();
        assertThat(cases.binding(cloud)).isEmpty();
        assertThat(notices.of(run.id(), 1))
                .extracting(HolderNotice::account)
                .containsExactlyInAnyOrder(holder.account(), cloud.account());
    }

    @Test
    void bindingOfAYearIsLookedAtByASeniorToo() {
        Applicant holder = cases.holder();
        runs.jdbc()
                .sql("update binding set verified_at = now() - interval '365 days' where account = ?")
                .param(holder.account())
                .update();
        ProcessRun run = reviewers.approve(cases.neverVerified(holder), ANNA);

        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
        reviewers.approve(run, SENIOR).execute("NotifyHolder");
        assertThat(run.appeal()).isWaitingAt("WaitForObjection");
    }

    // Answered at once

    @Test
    void openBusinessMustBeClosedFirst() {
        Applicant holder = cases.holder();
        cases.hasOpenBusiness(holder, "LOAN");

        ProcessRun run = cases.neverVerified(holder);

        assertThat(run.appeal())
                .hasPassedInOrder("CheckHolder", "HolderHasOpenBusiness")
                .hasNotPassed("RouteAppeal")
                .isEnded();
        assertEnded(run, OutcomeCode.HOLDER_HAS_OPEN_BUSINESS);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void identityThatIsFreeNeedsNoAppeal() {
        ProcessRun run = cases.neverVerified(runs.somebody());

        assertThat(run.appeal())
                .hasPassedInOrder("CheckHolder", "NothingToRelease")
                .isEnded();
        assertEnded(run, OutcomeCode.APPEAL_REJECTED, OutcomeReason.NOTHING_TO_RELEASE);
    }

    @Test
    void identityThatIsBoundElsewhereIsNoOperationAtThisSite() {
        Applicant holder = cases.holder();
        ProcessRun run = cases.appeal(
                AppealForm.of(cases.rightful(holder), AppealReason.NOT_MY_OPERATION),
                ELSEWHERE,
                Cases.everythingWithCertificate());

        assertEnded(run, OutcomeCode.APPEAL_REJECTED, OutcomeReason.NOTHING_TO_RELEASE);
    }

    @Test
    void fourthAppealAboutAnIdentityIn30DaysIsOneTooMany() {
        Applicant holder = cases.holder();
        UUID first = cases.neverVerified(holder).withdraw().id();
        cases.neverVerified(holder).withdraw();
        cases.neverVerified(holder).withdraw();

        ProcessRun fourth = cases.neverVerified(holder);

        assertThat(fourth.appeal())
                .hasPassedInOrder("RegisterAppeal", "LimitAppeals", "TooManyAppeals")
                .hasNotPassed("CheckEvidence")
                .isEnded();
        assertEnded(fourth, OutcomeCode.TOO_MANY_ATTEMPTS, OutcomeReason.TOO_MANY_APPEALS);

        for (UUID old : List.of(first, fourth.id())) {
            runs.jdbc()
                    .sql("update application set created_at = now() - interval '30 days' where id = ?")
                    .param(old)
                    .update();
        }
        assertThat(cases.neverVerified(holder).appeal()).isWaitingAt("ReviewAppeal");
    }

    /** Who only knows a number has no evidence, and must not use up the appeals of the person whose number it is. */
    @Test
    void appealsWithoutEvidenceAreNotCounted() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        for (int n = 1; n <= 3; n++) {
            cases.appeal(AppealForm.of(rightful, AppealReason.NEVER_VERIFIED), ELSEWHERE)
                    .withdraw();
        }

        assertThat(cases.neverVerified(holder).appeal()).isWaitingAt("ReviewAppeal");
    }

    @Test
    void eleventhApplicationOfTheAccountOnOneDayIsOneTooMany() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        for (int n = 1; n <= 10; n++) {
            runs.associate(rightful, ELSEWHERE, "guess_" + n, null);
        }

        assertThat(cases.neverVerified(holder).outcome().code()).isEqualTo(OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    // Refused: nothing is stored

    @Test
    void oneAppealAboutAnIdentityIsOpenAtATime() {
        Applicant holder = cases.holder();
        ProcessRun first = cases.neverVerified(holder);
        Applicant another = holder.withAccount(holder.account() + "_another");
        Map<String, Object> before = runs.stored();

        Refused.with(
                RefusalCode.APPLICATION_IN_PROGRESS,
                () -> cases.appeal(AppealForm.of(another, AppealReason.NEVER_VERIFIED), HOME, DOCUMENT));

        assertThat(runs.stored()).isEqualTo(before);
        first.withdraw();
        assertThat(cases.appeal(AppealForm.of(another, AppealReason.NEVER_VERIFIED), HOME, DOCUMENT)
                        .appeal())
                .isWaitingAt("ReviewAppeal");
    }

    /** Who only knows a number must not keep the person out whose number it is. */
    @Test
    void appealWithoutEvidenceKeepsNobodyOut() {
        Applicant holder = cases.holder();
        Applicant stranger = holder.withAccount(holder.account() + "_stranger");
        ProcessRun strangers = cases.appeal(AppealForm.of(stranger, AppealReason.NEVER_VERIFIED), HOME);
        ProcessRun owners = cases.neverVerified(holder);
        assertThat(owners.appeal()).isWaitingAt("ReviewAppeal");
        Map<String, Object> before = runs.stored();

        Refused.with(RefusalCode.APPLICATION_IN_PROGRESS, () -> cases.addEvidence(strangers, DOCUMENT));

        assertThat(runs.stored()).isEqualTo(before);
        assertThat(strangers.appeal()).isWaitingAt("WaitForEvidence");
        owners.withdraw();
        cases.addEvidence(strangers, DOCUMENT);
        assertThat(strangers.appeal()).isWaitingAt("ReviewAppeal");
    }

    @RepeatedTest(5)
    void ofTwoWhoCompleteTheirEvidenceAtOnceOneGoesOn() {
        Applicant holder = cases.holder();
        List<ProcessRun> appeals = Stream.of("_one", "_two")
                .map(account -> holder.withAccount(holder.account() + account))
                .map(applicant -> cases.appeal(AppealForm.of(applicant, AppealReason.NEVER_VERIFIED), HOME))
                .toList();

        List<Throwable> failures = AtOnce.failures(
                () -> cases.addEvidence(appeals.get(0), DOCUMENT), () -> cases.addEvidence(appeals.get(1), DOCUMENT));

        assertThat(failures).singleElement().isInstanceOf(RefusalException.class);
        assertThat(appeals).filteredOn(reviewers::hasTask).hasSize(1);
    }

    @Test
    void holderDoesNotAppealAgainstOneself() {
        Applicant holder = cases.holder();
        Map<String, Object> before = runs.stored();

        Refused.with(
                RefusalCode.ACCOUNT_ALREADY_VERIFIED,
                () -> cases.appeal(AppealForm.of(holder, AppealReason.NEVER_VERIFIED), HOME, DOCUMENT));

        assertThat(runs.stored()).isEqualTo(before);
    }

    // It follows another application

    @Test
    void appealTakesUpAnApplicationThatEndedOccupied() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        ProcessRun occupied = runs.apply(rightful, ELSEWHERE);
        assertThat(occupied.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);

        ProcessRun run = cases.appeal(
                AppealForm.of(rightful, AppealReason.NEVER_VERIFIED)
                        .following(occupied.id())
                        .verifyingTheAccount(),
                ELSEWHERE,
                DOCUMENT);
        approved(run).execute("ObjectionPeriodOver").execute("ReleaseIdentity");

        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.bindingOf(rightful).person().document().number()).isEqualTo(rightful.residentId());
    }

    @Test
    void appealTakesUpOneThatEndedWithTheIdentityBoundToAnotherAccount() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        Applicant rightful = cases.rightful(holder).withMobile(holder.mobile());
        ProcessRun refused =
                runs.associate(rightful, ELSEWHERE, holder.account(), null).confirmMobile();
        assertThat(refused.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);

        ProcessRun run = cases.appeal(
                AppealForm.of(rightful, AppealReason.NOT_MY_OPERATION).following(refused.id()),
                ELSEWHERE,
                Cases.everythingWithCertificate());
        approvedByTwo(run)
                .execute("NotifyHolder")
                .execute("ObjectionPeriodOver")
                .execute("ReleaseIdentity");

        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(cloud)).isEmpty();
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void applicationThatEndedOtherwiseCannotBeFollowed() {
        Applicant holder = cases.holder();
        ProcessRun withdrawn = cases.neverVerified(holder).withdraw();

        Refused.invalid(
                "/follows",
                "CANNOT_BE_FOLLOWED",
                () -> cases.appeal(
                        AppealForm.of(withdrawn.applicant(), AppealReason.NEVER_VERIFIED)
                                .following(withdrawn.id()),
                        ELSEWHERE,
                        DOCUMENT));
    }

    // Evidence

    @Test
    void missingEvidenceIsAskedForUntilItIsThere() {
        Applicant rightful = cases.rightful(cases.holder());
        Instant before = Instant.now();
        ProcessRun run = cases.appeal(AppealForm.of(rightful, AppealReason.NOT_MY_OPERATION), HOME);
        assertEvidenceAskedFor(run, run.appeal(), ActionReason.EVIDENCE_MISSING, before);

        cases.addEvidence(run, DOCUMENT);
        assertEvidenceAskedFor(run, run.appeal(), ActionReason.EVIDENCE_MISSING, before);
        assertThat(reviewers.hasTask(run)).isFalse();

        cases.addEvidence(run, EvidenceKind.OWNERSHIP_CERTIFICATE);

        assertThat(run.appeal())
                .hasPassedInOrder("CheckEvidence", "AskForEvidence", "EvidenceAdded", "CheckEvidence", "CheckHolder")
                .isWaitingAt("ReviewAppeal");
        assertInProgress(run);
    }

    @Test
    void reviewerAsksForMore() {
        ProcessRun run = cases.neverVerified(cases.holder());
        Instant before = Instant.now();

        reviewers.ask(run, ANNA, "请补充证件反面");

        assertEvidenceAskedFor(run, run.appeal(), ActionReason.REVIEWER_ASKS, before);
        cases.addEvidence(run, EvidenceKind.DOCUMENT_BACK);
        assertThat(run.appeal()).isWaitingAt("ReviewAppeal");
        assertInProgress(run);
        assertThat(reviewers.task(run).getAssignee()).isEqualTo(ANNA);
    }

    @Test
    void evidenceThatComesTooLateIsRefused() {
        ProcessRun run =
                cases.appeal(AppealForm.of(cases.rightful(cases.holder()), AppealReason.NEVER_VERIFIED), ELSEWHERE);
        assertDueIn(run.jobAt("EvidenceDeadline"), Duration.ofDays(7));

        run.execute("EvidenceDeadline");

        assertThat(run.appeal())
                .hasPassedInOrder("AskForEvidence", "EvidenceDeadline", "EvidenceNotAdded")
                .isEnded();
        assertEnded(run, OutcomeCode.EXPIRED);
        assertEvidenceRefused(run);
    }

    @Test
    void evidenceThatNobodyAskedForIsRefused() {
        ProcessRun run = cases.neverVerified(cases.holder());

        assertEvidenceRefused(run);

        assertThat(run.appeal()).isWaitingAt("ReviewAppeal");
    }

    private void assertEvidenceRefused(ProcessRun run) {
        int before = files(run);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> cases.addEvidence(run, EvidenceKind.OTHER));
        assertThat(files(run)).isEqualTo(before);
    }

    // The holder is told

    @Test
    void holderIsToldOnTheAccountsNumberWithTheNameMasked() {
        Applicant holder = cases.holder();
        String accountsOwn = runs.somebody().mobile();
        cases.has(holder, accountsOwn);

        ProcessRun run = approved(cases.neverVerified(holder));

        assertThat(sandbox.inbox().messages(accountsOwn))
                .singleElement()
                .extracting(Inbox.Message::text)
                .asString()
                .contains(new UserName(holder.account()).masked(), "3天")
                .doesNotContain(holder.account(), holder.name());
        assertThat(run.messages()).as("to the applicant").isEmpty();
        assertThat(notices.of(run.id(), 1))
                .containsExactly(new HolderNotice(holder.account(), HolderNotice.Result.SENT));
    }

    @Test
    void holderWithoutANumberCannotBeTold() {
        Applicant holder = runs.somebody();
        runs.apply(holder, HOME).confirmMobile().checkCard();

        ProcessRun run = approved(cases.neverVerified(holder));

        assertThat(run.appeal()).isWaitingAt("WaitForObjection");
        assertThat(notices.of(run.id(), 1))
                .containsExactly(new HolderNotice(holder.account(), HolderNotice.Result.NO_MOBILE));
    }

    @Test
    void holderWhoseNumberTakesNoMessagesCannotBeTold() {
        Applicant holder = cases.holder();
        ProcessRun run = reviewers.approve(cases.neverVerified(holder), ANNA);
        sandbox.script().smsCodeNext("FailedOperation.PhoneNumberInBlacklist");

        run.execute("NotifyHolder");

        assertThat(run.appeal()).isWaitingAt("WaitForObjection");
        assertThat(notices.of(run.id(), 1))
                .containsExactly(new HolderNotice(holder.account(), HolderNotice.Result.REFUSED));
    }

    /** Whom a busy day leaves untold would lose the identity unheard. */
    @ParameterizedTest
    @ValueSource(strings = {"LimitExceeded.PhoneNumberDailyLimit", "LimitExceeded.AppDailyLimit"})
    void limitOfTheProvidersIsWaitedForAndTheOthersAreToldMeanwhile(String limit) {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        String another = runs.somebody().mobile();
        runs.put(cloud.account(), ELSEWHERE, AccountKind.PERSONAL, another);
        ProcessRun run = reviewers.approve(cases.neverVerified(holder), ANNA);
        sandbox.script().smsCodeNext(limit);

        run.executeInVain("NotifyHolder");

        assertThat(run.appeal()).isWaitingAt("NotifyHolder");
        assertThat(notices.of(run.id(), 1)).extracting(HolderNotice::account).containsExactly(cloud.account());
        run.execute("NotifyHolder");
        assertThat(run.appeal()).isWaitingAt("WaitForObjection");
        assertThat(runs.notices(holder.mobile())).isEqualTo(1);
        assertThat(runs.notices(another)).isEqualTo(1);
    }

    @Test
    void providerThatDoesNotSendIsTriedAgainForMoreThanADayAndThenByAnOperator() {
        Applicant holder = cases.holder();
        ProcessRun run = reviewers.approve(cases.neverVerified(holder), ANNA);
        List<Duration> cycle = Stream.of("PT10S", "PT1M", "PT5M", "PT15M", "PT1H", "PT3H", "PT6H", "PT6H", "PT12H")
                .map(Duration::parse)
                .toList();
        assertThat(cycle.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofDays(1));
        for (Duration wait : cycle) {
            sandbox.script().smsCodeNext("LimitExceeded.AppDailyLimit");
            run.executeInVain("NotifyHolder");
            assertDueIn(run.jobAt("NotifyHolder"), wait);
            assertThat(run.incidents()).isEmpty();
        }
        sandbox.script().statusNext(SEND, 500);
        run.executeInVain("NotifyHolder");
        assertThat(run.incidents()).containsExactly("NotifyHolder");
        assertInProgress(run);
        runs.refreshBreakers();

        run.retry("NotifyHolder");

        assertThat(run.appeal()).isWaitingAt("WaitForObjection");
        assertThat(run.incidents()).isEmpty();
        assertThat(runs.notices(holder.mobile())).isEqualTo(1);
    }

    @Test
    void providerThatRefusesUsIsAnIncidentAtOnce() {
        ProcessRun run = reviewers.approve(cases.neverVerified(cases.holder()), ANNA);
        sandbox.script().errorNext(SEND, "AuthFailure.SecretIdNotFound");

        run.executeInVain("NotifyHolder");

        assertThat(run.jobAt("NotifyHolder").getRetries()).isZero();
        assertThat(run.incidents()).containsExactly("NotifyHolder");
    }

    @Test
    void whoWasToldIsNotToldAgainWhenAnotherCouldNotBe() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        String failsOnce = TestPeople.mobileEnding("0006", 8401);
        runs.put(cloud.account(), ELSEWHERE, AccountKind.PERSONAL, failsOnce);
        ProcessRun run = reviewers.approve(cases.neverVerified(holder), ANNA).executeInVain("NotifyHolder");
        assertThat(runs.notices(holder.mobile())).isEqualTo(1);
        assertThat(notices.of(run.id(), 1)).extracting(HolderNotice::account).containsExactly(holder.account());

        run.execute("NotifyHolder");

        assertThat(runs.notices(holder.mobile())).isEqualTo(1);
        assertThat(runs.notices(failsOnce)).isEqualTo(1);
        assertThat(notices.of(run.id(), 1))
                .extracting(HolderNotice::result)
                .containsExactly(HolderNotice.Result.SENT, HolderNotice.Result.SENT);
    }

    // The holder objects

    @Test
    void objectionBringsItBeforeSeniorsAndTheHolderIsToldAnew() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder));

        objected(holder);

        assertThat(run.appeal())
                .hasPassedInOrder("HolderObjected", "CheckHolder", "RouteAppeal")
                .isWaitingAt("ReviewAppeal");
        assertInProgress(run);
        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
        assertThat(reviewers.task(run).getPriority()).isEqualTo(70);
        reviewers.approve(run, SENIOR);
        assertThat(run.review()).isWaitingAt("SecondReview");
        // It is another review: who voted in the first one may vote in this one.
        reviewers.approve(run, ANNA);
        run.execute("NotifyHolder");
        assertThat(runs.notices(holder.mobile())).isEqualTo(2);
        run.execute("ObjectionPeriodOver").execute("ReleaseIdentity");
        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
    }

    @Test
    void objectionThatComesWhilePeopleReviewOnceMoreIsReviewedToo() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder));
        cases.associated(holder, ELSEWHERE);
        run.execute("ObjectionPeriodOver").execute("ReleaseIdentity");
        objected(holder);
        assertThat(run.appeal()).isWaitingAt("ReviewAppeal");

        reviewers.approve(run, ANNA).execute("NotifyHolder");

        assertThat(run.appeal())
                .hasPassedInOrder("NotifyHolder", "CheckHolder", "RouteAppeal")
                .isWaitingAt("ReviewAppeal");
        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
        assertThat(runs.notices(holder.mobile())).isEqualTo(1);
    }

    @Test
    void objectionThatIsUpheldLeavesEverythingAsItWas() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder));
        objected(holder);

        reviewers.reject(run, SENIOR, "OBJECTION_UPHELD");

        assertEnded(run, OutcomeCode.APPEAL_REJECTED, OutcomeReason.OBJECTION_UPHELD);
        assertThat(cases.binding(holder)).isPresent();
    }

    // What changed meanwhile

    @Test
    void bindingThatIsReleasedMeanwhileLeavesNothingToRelease() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder)).execute("ObjectionPeriodOver");
        cases.release(holder);

        run.execute("ReleaseIdentity");

        assertThat(run.appeal())
                .hasPassedInOrder("ReleaseIdentity", "CheckHolder", "NothingToRelease")
                .hasNotPassed("AppealApproved")
                .isEnded();
        assertEnded(run, OutcomeCode.APPEAL_REJECTED, OutcomeReason.NOTHING_TO_RELEASE);
    }

    @Test
    void bindingThatReviewersHaveNotSeenIsLookedAtAnew() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder));
        Applicant added = cases.associated(holder, ELSEWHERE);

        run.execute("ObjectionPeriodOver").execute("ReleaseIdentity");

        assertThat(run.appeal())
                .hasPassedInOrder("ReleaseIdentity", "CheckHolder", "RouteAppeal")
                .isWaitingAt("ReviewAppeal");
        assertThat(List.of(holder, added))
                .allSatisfy(account -> assertThat(cases.binding(account)).isPresent());
        reviewers.approve(run, ANNA);
        run.execute("NotifyHolder").execute("ObjectionPeriodOver").execute("ReleaseIdentity");
        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(List.of(holder, added))
                .allSatisfy(account -> assertThat(cases.binding(account)).isEmpty());
    }

    /** Same account, same person: but not the binding that the reviewers have seen. */
    @Test
    void bindingThatWasMadeAnewIsLookedAtAnew() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder)).execute("ObjectionPeriodOver");
        cases.release(holder);
        ProcessRun anew = runs.apply(holder, HOME).confirmMobile().checkCard();
        assertThat(anew.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);

        run.execute("ReleaseIdentity");

        assertThat(run.appeal()).isWaitingAt("ReviewAppeal");
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void businessThatIsOpenedMeanwhileEndsTheAppeal() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder)).execute("ObjectionPeriodOver");
        cases.hasOpenBusiness(holder, "FUND");

        run.execute("ReleaseIdentity");

        assertThat(run.appeal())
                .hasPassedInOrder("ReleaseIdentity", "CheckHolder", "HolderHasOpenBusiness")
                .isEnded();
        assertEnded(run, OutcomeCode.HOLDER_HAS_OPEN_BUSINESS);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void holderWhoIsBusyIsWaitedForAnHour() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder));
        ProcessRun objection = cases.object(holder);
        run.execute("ObjectionPeriodOver").execute("ReleaseIdentity");
        assertThat(run.appeal()).isWaitingAt("WaitForHolder");
        assertInProgress(run);
        assertDueIn(run.jobAt("HolderBusy"), Duration.ofHours(1));
        assertThat(cases.binding(holder)).isPresent();

        run.execute("HolderBusy").execute("ReleaseIdentity");
        assertThat(run.appeal()).isWaitingAt("WaitForHolder");
        objection.withdraw();
        run.execute("HolderBusy").execute("ReleaseIdentity");

        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
    }

    /** Who asked for a code in time does not lose the account while typing it. */
    @Test
    void objectionThatWasBegunInTimeStillCounts() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder));
        ProcessRun objection = cases.object(holder).execute("SendMobileCode");
        run.execute("ObjectionPeriodOver").execute("ReleaseIdentity");

        objection.enterCode().execute("RaiseObjection");

        assertThat(objection.outcome().code()).isEqualTo(OutcomeCode.OBJECTION_RAISED);
        assertThat(run.appeal())
                .hasPassedInOrder("ReleaseIdentity", "HolderObjectedMeanwhile", "RouteAppeal")
                .isWaitingAt("ReviewAppeal");
        assertThat(cases.binding(holder)).isPresent();
    }

    /** An enterprise's account is verified as one, and not by its user's document. */
    @Test
    void accountThatBecameAnEnterprisesMeanwhileIsNotVerified() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        ProcessRun run = cases.appeal(
                AppealForm.of(rightful, AppealReason.NEVER_VERIFIED).verifyingTheAccount(), ELSEWHERE, DOCUMENT);
        approved(run).execute("ObjectionPeriodOver");
        runs.put(rightful.account(), ELSEWHERE, AccountKind.ENTERPRISE, null);

        run.execute("ReleaseIdentity");

        assertEnded(run, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
        assertThat(cases.binding(rightful)).isEmpty();
    }

    // Whatever brought it here: the votes are counted

    @Test
    void aSecondPersonWhoWasWantedAndWentMissingIsAnIncident() {
        Applicant holder = cases.holder();
        ProcessRun run = reviewers.claim(cases.notMyOperation(holder), ANNA);
        runs.engine()
                .getRuntimeService()
                .setVariable(run.review().getId(), ReviewByPeople.SECOND_REVIEW_GROUP, ReviewByPeople.NO_GROUP);
        reviewers.complete(run, ANNA, Map.of("decision", "APPROVE"));

        assertNotReleased(holder, run);
    }

    /** Not only for the reason that always takes two. */
    @Test
    void aSecondPersonWhomTheTableWantedIsCountedAsWell() {
        Applicant holder = cases.holder();
        runs.jdbc()
                .sql("update binding set verified_at = now() - interval '365 days' where account = ?")
                .param(holder.account())
                .update();
        ProcessRun run = cases.neverVerified(holder);
        runs.engine()
                .getRuntimeService()
                .setVariable(run.review().getId(), ReviewByPeople.SECOND_REVIEW_GROUP, ReviewByPeople.NO_GROUP);
        reviewers.approve(run, ANNA);

        assertNotReleased(holder, run);
    }

    @Test
    void aTokenThatWasMovedPastTheReviewersIsAnIncident() {
        Applicant holder = cases.holder();
        ProcessRun run = cases.neverVerified(holder);
        moveToTheHolder(run);

        assertNotReleased(holder, run);
    }

    /** The yes before the objection is none after it. */
    @Test
    void aYesOfAnEarlierReviewIsNone() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder));
        objected(holder);
        moveToTheHolder(run);

        assertNotReleased(holder, run);
    }

    @Test
    void aTableThatWantsOnePersonForWhatTakesTwoIsAnIncident() {
        Applicant holder = cases.holder();
        ProcessRun run = approvedByTwo(cases.notMyOperation(holder));
        assertThat(runs.jdbc()
                        .sql("delete from review_vote where application = ? and step = 'SECOND'")
                        .param(run.id())
                        .update())
                .isEqualTo(1);
        assertThat(runs.jdbc()
                        .sql("update review set by_two = false where application = ?")
                        .param(run.id())
                        .update())
                .isEqualTo(1);

        assertNotReleased(holder, run);
    }

    private void moveToTheHolder(ProcessRun run) {
        runs.engine()
                .getRuntimeService()
                .createProcessInstanceModification(run.appeal().getId())
                .cancelAllForActivity("ReviewAppeal")
                .startBeforeActivity("NotifyHolder")
                .execute();
    }

    private void assertNotReleased(Applicant holder, ProcessRun run) {
        run.execute("NotifyHolder").execute("ObjectionPeriodOver").executeInVain("ReleaseIdentity");

        assertThat(run.incidents()).containsExactly("ReleaseIdentity");
        assertThat(run.jobAt("ReleaseIdentity").getRetries()).isZero();
        assertThat(cases.binding(holder)).isPresent();
        assertInProgress(run);
    }

    // The applicant withdraws

    static Stream<Named<BiConsumer<AppealTest, ProcessRun>>> waits() {
        return Stream.of(
                wait("evidence is added", (test, run) -> test.reviewers.ask(run, ANNA, "more")),
                wait("people decide", (test, run) -> {}),
                wait("somebody who has claimed it decides", (test, run) -> test.reviewers.claim(run, ANNA)),
                wait("the holder is told", (test, run) -> test.reviewers.approve(run, ANNA)),
                wait("the holder objects", (test, run) -> test.approved(run)),
                wait(
                        "the identity is released",
                        (test, run) -> test.approved(run).execute("ObjectionPeriodOver")));
    }

    private static Named<BiConsumer<AppealTest, ProcessRun>> wait(String name, BiConsumer<AppealTest, ProcessRun> way) {
        return Named.of(name, way);
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(BiConsumer<AppealTest, ProcessRun> way) {
        Applicant holder = cases.holder();
        ProcessRun run = cases.neverVerified(holder);
        way.accept(this, run);

        run.withdraw();

        assertThat(run.appeal())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .hasNotPassed("AppealApproved")
                .isEnded();
        assertThat(run.review()).isEnded();
        assertThat(reviewers.hasTask(run)).isFalse();
        assertEnded(run, OutcomeCode.WITHDRAWN);
        assertThat(cases.binding(holder)).isPresent();
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, run::withdraw);
    }

    @RepeatedTest(5)
    void withdrawnAndReleasedAtOnceIsOneOfTheTwo() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder)).execute("ObjectionPeriodOver");
        Job release = run.jobAt("ReleaseIdentity");

        AtOnce.failures(
                () -> runs.engine().getManagementService().executeJob(release.getId()),
                () -> runs.asClient(door -> {
                    runs.applications().findAlone(run.id(), ProcessRuns.CLIENT);
                    door.withdraw(run.id());
                    return run.id();
                }));

        assertThat(run.appeal()).isEnded();
        OutcomeCode code = run.outcome().code();
        assertThat(code).isIn(OutcomeCode.APPEAL_APPROVED, OutcomeCode.WITHDRAWN);
        assertThat(cases.binding(holder).isPresent()).isEqualTo(code == OutcomeCode.WITHDRAWN);
    }

    @RepeatedTest(5)
    void withdrawnAndDecidedAtOnceIsConsistent() {
        Applicant holder = cases.holder();
        ProcessRun run = reviewers.claim(cases.neverVerified(holder), ANNA);
        String task = reviewers.task(run).getId();

        List<Throwable> failures = AtOnce.failures(
                () -> reviewers.completeTask(run, ANNA, task, Map.of("decision", "APPROVE")),
                () -> runs.asClient(door -> {
                    runs.applications().findAlone(run.id(), ProcessRuns.CLIENT);
                    door.withdraw(run.id());
                    return run.id();
                }));

        assertThat(reviewers.hasTask(run)).isFalse();
        assertThat(failures.size()).isLessThan(2);
        boolean ended = run.application().status().isEnd();
        assertThat(run.appeal().isEnded()).isEqualTo(ended);
        if (!ended) {
            run.execute("NotifyHolder");
            assertThat(run.appeal()).isWaitingAt("WaitForObjection");
        }
    }

    // What stays in the engine

    @Test
    void engineKnowsNobody() {
        Applicant holder = cases.holder();
        ProcessRun run = approved(cases.neverVerified(holder));
        objected(holder);
        Applicant rightful = run.applicant();

        assertThat(EngineTables.mentions(
                        runs.jdbc(),
                        rightful.name() + "\"",
                        rightful.residentId(),
                        rightful.mobile(),
                        holder.mobile(),
                        holder.account(),
                        AppealForm.STATEMENT,
                        Cases.OBJECTION))
                .isEmpty();
    }

    // What all of it is about

    /** One reviewer agrees, and the holder is told. */
    private ProcessRun approved(ProcessRun run) {
        return reviewers.approve(run, ANNA).execute("NotifyHolder");
    }

    private ProcessRun approvedByTwo(ProcessRun run) {
        return reviewers.approve(reviewers.approve(run, ANNA), BEN);
    }

    private void objected(Applicant holder) {
        ProcessRun objection = cases.object(holder).confirmMobile().execute("RaiseObjection");
        assertThat(objection.outcome().code()).isEqualTo(OutcomeCode.OBJECTION_RAISED);
    }

    private int files(ProcessRun run) {
        return runs.jdbc()
                .sql("select count(*) from evidence where application = ?")
                .param(run.id())
                .query(Integer.class)
                .single();
    }
}
