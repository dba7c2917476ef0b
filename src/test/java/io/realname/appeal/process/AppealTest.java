package io.realname.appeal.process;

import static io.realname.process.Cases.DOCUMENT;
import static io.realname.process.Cases.ELSEWHERE;
import static io.realname.process.Cases.HOME;
import static io.realname.process.Reviewers.ANNA;
import static io.realname.process.Reviewers.BEN;
import static io.realname.process.Reviewers.SENIOR;
import static io.realname.process.Reviewers.SENIOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.account.AccountKind;
import io.realname.account.UserName;
import io.realname.app.Applicant;
import io.realname.appeal.AppealReason;
import io.realname.appeal.HolderNotice;
import io.realname.appeal.HolderNotices;
import io.realname.application.Action;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.desk.process.ReviewByPeople;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.Binding;
import io.realname.identity.VerificationMethod;
import io.realname.people.TestPeople;
import io.realname.process.AppealForm;
import io.realname.process.AtOnce;
import io.realname.process.Cases;
import io.realname.process.EngineTables;
import io.realname.process.PathCoverage;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.process.Walk;
import io.realname.process.Walks;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code appeal.bpmn}; the whole class together takes each node and flow of it. */
@ProcessTest
class AppealTest {

    private static final String SEND = "SendSms";

    @Autowired
    private Walks walks;

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

    @BeforeAll
    static void nothingIsReached(@Autowired PathCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyNodeAndFlowIsReached(@Autowired PathCoverage coverage) {
        assertThat(coverage.missing(Appeal.KEY)).isEmpty();
    }

    @BeforeEach
    void refresh() {
        walks.refresh();
        reviewers.comeToWork();
    }

    // The usual way

    @Test
    void yesReleasesWhatTheHolderDoesNotObjectTo() {
        Applicant holder = cases.holder();
        Walk walk = cases.neverVerified(holder);
        assertThat(walk.appeal()).isWaitingAt("ReviewAppeal");
        assertInProgress(walk);
        reviewers.approve(walk, ANNA);
        assertThat(walk.appeal()).isWaitingAt("NotifyHolder");
        assertInProgress(walk);
        walk.run("NotifyHolder");
        assertThat(walk.appeal()).isWaitingAt("WaitForObjection");
        assertInProgress(walk);
        assertDueIn(walk.jobAt("ObjectionPeriodOver"), Duration.ofDays(3));
        assertThat(cases.binding(holder)).as("as long as the holder may object").isPresent();
        walk.run("ObjectionPeriodOver").run("ReleaseIdentity");

        assertThat(walk.appeal())
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
        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
        assertThat(cases.binding(walk.applicant())).as("nobody asked for it").isEmpty();
        assertThat(audit.of(walk.id()))
                .as("what trail and tables do not agree on")
                .isEmpty();
    }

    @Test
    void accountIsVerifiedInTheSameMomentIfTheApplicantAskedForIt() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        Binding old = cases.bindingOf(holder);
        Walk walk = cases.appeal(
                AppealForm.of(rightful, AppealReason.NEVER_VERIFIED).verifyingTheAccount(), HOME, DOCUMENT);

        approved(walk).run("ObjectionPeriodOver").run("ReleaseIdentity");

        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
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
        Walk walk =
                approved(cases.neverVerified(holder)).run("ObjectionPeriodOver").run("ReleaseIdentity");

        Walk verification =
                walks.apply(walk.applicant(), ELSEWHERE).confirmMobile().checkCard();

        assertThat(verification.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReviewReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LICENCE_NOT_VALID", "LICENCE_DATA_DIFFER", "POWER_OF_ATTORNEY_NOT_VALID"})
    void noIsToldWithItsReason(ReviewReason reason) {
        Applicant holder = cases.holder();
        Walk walk = reviewers.reject(cases.neverVerified(holder), ANNA, reason.name());

        assertThat(walk.appeal())
                .hasPassedInOrder("ReviewAppeal", "AppealRejected")
                .hasNotPassed("NotifyHolder")
                .isEnded();
        assertEnded(walk, OutcomeCode.APPEAL_REJECTED, OutcomeReason.valueOf(reason.name()));
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
        Walk walk =
                cases.appeal(AppealForm.of(cases.rightful(holder), AppealReason.NEVER_VERIFIED), ELSEWHERE, DOCUMENT);

        approved(walk).run("ObjectionPeriodOver").run("ReleaseIdentity");

        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(List.of(holder, cloud, finance))
                .allSatisfy(account -> assertThat(cases.binding(account)).isEmpty());
    }

    @Test
    void notMyOperationReleasesTheOneAtTheSiteAlone() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        Applicant finance = cases.associated(holder, "JD_FINANCE");
        Applicant rightful = cases.rightful(holder);
        Walk walk = cases.appeal(
                AppealForm.of(rightful, AppealReason.NOT_MY_OPERATION).verifyingTheAccount(),
                ELSEWHERE,
                Cases.everythingWithCertificate());

        approvedByTwo(walk).run("NotifyHolder").run("ObjectionPeriodOver").run("ReleaseIdentity");

        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(cloud)).isEmpty();
        assertThat(cases.bindingOf(rightful).method()).isEqualTo(VerificationMethod.APPEAL);
        assertThat(List.of(holder, finance))
                .allSatisfy(account -> assertThat(cases.binding(account)).isPresent());
        assertThat(notices.of(walk.id(), 1)).extracting(HolderNotice::account).containsExactly(cloud.account());
    }

    @Test
    void notMyOperationReleasesWhatWasDerivedFromTheOneAtTheSite() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        Walk walk = cases.notMyOperation(holder);

        approvedByTwo(walk).run("NotifyHolder").run("ObjectionPeriodOver").run("ReleaseIdentity");

        assertThat(cases.binding(holder)).isEmpty();
        assertThat(cases.binding(cloud)).isEmpty();
        assertThat(notices.of(walk.id(), 1))
                .extracting(HolderNotice::account)
                .containsExactlyInAnyOrder(holder.account(), cloud.account());
    }

    @Test
    void bindingOfAYearIsLookedAtByASeniorToo() {
        Applicant holder = cases.holder();
        walks.jdbc()
                .sql("update binding set verified_at = now() - interval '365 days' where account = ?")
                .param(holder.account())
                .update();
        Walk walk = reviewers.approve(cases.neverVerified(holder), ANNA);

        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
        reviewers.approve(walk, SENIOR).run("NotifyHolder");
        assertThat(walk.appeal()).isWaitingAt("WaitForObjection");
    }

    // Answered at once

    @Test
    void openBusinessMustBeClosedFirst() {
        Applicant holder = cases.holder();
        cases.hasOpenBusiness(holder, "LOAN");

        Walk walk = cases.neverVerified(holder);

        assertThat(walk.appeal())
                .hasPassedInOrder("CheckHolder", "HolderHasOpenBusiness")
                .hasNotPassed("RouteAppeal")
                .isEnded();
        assertEnded(walk, OutcomeCode.HOLDER_HAS_OPEN_BUSINESS);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void identityThatIsFreeNeedsNoAppeal() {
        Walk walk = cases.neverVerified(walks.somebody());

        assertThat(walk.appeal())
                .hasPassedInOrder("CheckHolder", "NothingToRelease")
                .isEnded();
        assertEnded(walk, OutcomeCode.APPEAL_REJECTED, OutcomeReason.NOTHING_TO_RELEASE);
    }

    @Test
    void identityThatIsBoundElsewhereIsNoOperationAtThisSite() {
        Applicant holder = cases.holder();
        Walk walk = cases.appeal(
                AppealForm.of(cases.rightful(holder), AppealReason.NOT_MY_OPERATION),
                ELSEWHERE,
                Cases.everythingWithCertificate());

        assertEnded(walk, OutcomeCode.APPEAL_REJECTED, OutcomeReason.NOTHING_TO_RELEASE);
    }

    @Test
    void fourthAppealAboutAnIdentityIn30DaysIsOneTooMany() {
        Applicant holder = cases.holder();
        UUID first = cases.neverVerified(holder).withdraw().id();
        cases.neverVerified(holder).withdraw();
        cases.neverVerified(holder).withdraw();

        Walk fourth = cases.neverVerified(holder);

        assertThat(fourth.appeal())
                .hasPassedInOrder("RegisterAppeal", "LimitAppeals", "TooManyAppeals")
                .hasNotPassed("CheckEvidence")
                .isEnded();
        assertEnded(fourth, OutcomeCode.TOO_MANY_ATTEMPTS, OutcomeReason.TOO_MANY_APPEALS);

        for (UUID old : List.of(first, fourth.id())) {
            walks.jdbc()
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
            walks.associate(rightful, ELSEWHERE, "guess_" + n, null);
        }

        assertThat(cases.neverVerified(holder).outcome().code()).isEqualTo(OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    // Refused: nothing is stored

    @Test
    void oneAppealAboutAnIdentityIsOpenAtATime() {
        Applicant holder = cases.holder();
        Walk first = cases.neverVerified(holder);
        Applicant another = holder.withAccount(holder.account() + "_another");
        Map<String, Object> before = stored();

        Refused.with(
                RefusalCode.APPLICATION_IN_PROGRESS,
                () -> cases.appeal(AppealForm.of(another, AppealReason.NEVER_VERIFIED), HOME, DOCUMENT));

        assertThat(stored()).isEqualTo(before);
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
        Walk strangers = cases.appeal(AppealForm.of(stranger, AppealReason.NEVER_VERIFIED), HOME);
        Walk owners = cases.neverVerified(holder);
        assertThat(owners.appeal()).isWaitingAt("ReviewAppeal");
        Map<String, Object> before = stored();

        Refused.with(RefusalCode.APPLICATION_IN_PROGRESS, () -> cases.addEvidence(strangers, DOCUMENT));

        assertThat(stored()).isEqualTo(before);
        assertThat(strangers.appeal()).isWaitingAt("WaitForEvidence");
        owners.withdraw();
        cases.addEvidence(strangers, DOCUMENT);
        assertThat(strangers.appeal()).isWaitingAt("ReviewAppeal");
    }

    @RepeatedTest(5)
    void ofTwoWhoCompleteTheirEvidenceAtOnceOneGoesOn() {
        Applicant holder = cases.holder();
        List<Walk> appeals = Stream.of("_one", "_two")
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
        Map<String, Object> before = stored();

        Refused.with(
                RefusalCode.ACCOUNT_ALREADY_VERIFIED,
                () -> cases.appeal(AppealForm.of(holder, AppealReason.NEVER_VERIFIED), HOME, DOCUMENT));

        assertThat(stored()).isEqualTo(before);
    }

    // It follows another application

    @Test
    void appealTakesUpAnApplicationThatEndedOccupied() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        Walk occupied = walks.apply(rightful, ELSEWHERE);
        assertThat(occupied.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);

        Walk walk = cases.appeal(
                AppealForm.of(rightful, AppealReason.NEVER_VERIFIED)
                        .following(occupied.id())
                        .verifyingTheAccount(),
                ELSEWHERE,
                DOCUMENT);
        approved(walk).run("ObjectionPeriodOver").run("ReleaseIdentity");

        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.bindingOf(rightful).person().document().number()).isEqualTo(rightful.residentId());
    }

    @Test
    void appealTakesUpOneThatEndedWithTheIdentityBoundToAnotherAccount() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        Applicant rightful = cases.rightful(holder).withMobile(holder.mobile());
        Walk refused =
                walks.associate(rightful, ELSEWHERE, holder.account(), null).confirmMobile();
        assertThat(refused.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);

        Walk walk = cases.appeal(
                AppealForm.of(rightful, AppealReason.NOT_MY_OPERATION).following(refused.id()),
                ELSEWHERE,
                Cases.everythingWithCertificate());
        approvedByTwo(walk).run("NotifyHolder").run("ObjectionPeriodOver").run("ReleaseIdentity");

        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(cloud)).isEmpty();
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void applicationThatEndedOtherwiseCannotBeFollowed() {
        Applicant holder = cases.holder();
        Walk withdrawn = cases.neverVerified(holder).withdraw();

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
        Walk walk = cases.appeal(AppealForm.of(rightful, AppealReason.NOT_MY_OPERATION), HOME);
        assertEvidenceAskedFor(walk, ActionReason.EVIDENCE_MISSING, before);

        cases.addEvidence(walk, DOCUMENT);
        assertEvidenceAskedFor(walk, ActionReason.EVIDENCE_MISSING, before);
        assertThat(reviewers.hasTask(walk)).isFalse();

        cases.addEvidence(walk, EvidenceKind.OWNERSHIP_CERTIFICATE);

        assertThat(walk.appeal())
                .hasPassedInOrder("CheckEvidence", "AskForEvidence", "EvidenceAdded", "CheckEvidence", "CheckHolder")
                .isWaitingAt("ReviewAppeal");
        assertInProgress(walk);
    }

    @Test
    void reviewerAsksForMore() {
        Walk walk = cases.neverVerified(cases.holder());
        Instant before = Instant.now();

        reviewers.ask(walk, ANNA, "请补充证件反面");

        assertEvidenceAskedFor(walk, ActionReason.REVIEWER_ASKS, before);
        cases.addEvidence(walk, EvidenceKind.DOCUMENT_BACK);
        assertThat(walk.appeal()).isWaitingAt("ReviewAppeal");
        assertInProgress(walk);
        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(ANNA);
    }

    @Test
    void evidenceThatComesTooLateIsRefused() {
        Walk walk = cases.appeal(AppealForm.of(cases.rightful(cases.holder()), AppealReason.NEVER_VERIFIED), ELSEWHERE);
        assertDueIn(walk.jobAt("EvidenceDeadline"), Duration.ofDays(7));

        walk.run("EvidenceDeadline");

        assertThat(walk.appeal())
                .hasPassedInOrder("AskForEvidence", "EvidenceDeadline", "EvidenceNotAdded")
                .isEnded();
        assertEnded(walk, OutcomeCode.EXPIRED);
        assertEvidenceRefused(walk);
    }

    @Test
    void evidenceThatNobodyAskedForIsRefused() {
        Walk walk = cases.neverVerified(cases.holder());

        assertEvidenceRefused(walk);

        assertThat(walk.appeal()).isWaitingAt("ReviewAppeal");
    }

    private void assertEvidenceRefused(Walk walk) {
        int before = files(walk);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> cases.addEvidence(walk, EvidenceKind.OTHER));
        assertThat(files(walk)).isEqualTo(before);
    }

    // The holder is told

    @Test
    void holderIsToldOnTheAccountsNumberWithTheNameMasked() {
        Applicant holder = cases.holder();
        String accountsOwn = walks.somebody().mobile();
        cases.has(holder, accountsOwn);

        Walk walk = approved(cases.neverVerified(holder));

        assertThat(sandbox.inbox().messages(accountsOwn))
                .singleElement()
                .extracting(Inbox.Message::text)
                .asString()
                .contains(new UserName(holder.account()).masked(), "3天")
                .doesNotContain(holder.account(), holder.name());
        assertThat(walk.messages()).as("to the applicant").isEmpty();
        assertThat(notices.of(walk.id(), 1))
                .containsExactly(new HolderNotice(holder.account(), HolderNotice.Result.SENT));
    }

    @Test
    void holderWithoutANumberCannotBeTold() {
        Applicant holder = walks.somebody();
        walks.apply(holder, HOME).confirmMobile().checkCard();

        Walk walk = approved(cases.neverVerified(holder));

        assertThat(walk.appeal()).isWaitingAt("WaitForObjection");
        assertThat(notices.of(walk.id(), 1))
                .containsExactly(new HolderNotice(holder.account(), HolderNotice.Result.NO_MOBILE));
    }

    @Test
    void holderWhoseNumberTakesNoMessagesCannotBeTold() {
        Applicant holder = cases.holder();
        Walk walk = reviewers.approve(cases.neverVerified(holder), ANNA);
        sandbox.script().smsCodeNext("FailedOperation.PhoneNumberInBlacklist");

        walk.run("NotifyHolder");

        assertThat(walk.appeal()).isWaitingAt("WaitForObjection");
        assertThat(notices.of(walk.id(), 1))
                .containsExactly(new HolderNotice(holder.account(), HolderNotice.Result.REFUSED));
    }

    /** Whom a busy day leaves untold would lose the identity unheard. */
    @ParameterizedTest
    @ValueSource(strings = {"LimitExceeded.PhoneNumberDailyLimit", "LimitExceeded.AppDailyLimit"})
    void limitOfTheProvidersIsWaitedForAndTheOthersAreToldMeanwhile(String limit) {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        String another = walks.somebody().mobile();
        walks.put(cloud.account(), ELSEWHERE, AccountKind.PERSONAL, another);
        Walk walk = reviewers.approve(cases.neverVerified(holder), ANNA);
        sandbox.script().smsCodeNext(limit);

        walk.runInVain("NotifyHolder");

        assertThat(walk.appeal()).isWaitingAt("NotifyHolder");
        assertThat(notices.of(walk.id(), 1)).extracting(HolderNotice::account).containsExactly(cloud.account());
        walk.run("NotifyHolder");
        assertThat(walk.appeal()).isWaitingAt("WaitForObjection");
        assertThat(noticesTo(holder.mobile())).isEqualTo(1);
        assertThat(noticesTo(another)).isEqualTo(1);
    }

    @Test
    void providerThatDoesNotSendIsTriedAgainForMoreThanADayAndThenByAnOperator() {
        Applicant holder = cases.holder();
        Walk walk = reviewers.approve(cases.neverVerified(holder), ANNA);
        List<Duration> cycle = Stream.of("PT10S", "PT1M", "PT5M", "PT15M", "PT1H", "PT3H", "PT6H", "PT6H", "PT12H")
                .map(Duration::parse)
                .toList();
        assertThat(cycle.stream().reduce(Duration.ZERO, Duration::plus)).isGreaterThan(Duration.ofDays(1));
        for (Duration wait : cycle) {
            sandbox.script().smsCodeNext("LimitExceeded.AppDailyLimit");
            walk.runInVain("NotifyHolder");
            assertDueIn(walk.jobAt("NotifyHolder"), wait);
            assertThat(walk.incidents()).isEmpty();
        }
        sandbox.script().statusNext(SEND, 500);
        walk.runInVain("NotifyHolder");
        assertThat(walk.incidents()).containsExactly("NotifyHolder");
        assertInProgress(walk);
        walks.refreshBreakers();

        walk.retry("NotifyHolder");

        assertThat(walk.appeal()).isWaitingAt("WaitForObjection");
        assertThat(walk.incidents()).isEmpty();
        assertThat(noticesTo(holder.mobile())).isEqualTo(1);
    }

    @Test
    void providerThatRefusesUsIsAnIncidentAtOnce() {
        Walk walk = reviewers.approve(cases.neverVerified(cases.holder()), ANNA);
        sandbox.script().errorNext(SEND, "AuthFailure.SecretIdNotFound");

        walk.runInVain("NotifyHolder");

        assertThat(walk.jobAt("NotifyHolder").getRetries()).isZero();
        assertThat(walk.incidents()).containsExactly("NotifyHolder");
    }

    @Test
    void whoWasToldIsNotToldAgainWhenAnotherCouldNotBe() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        String failsOnce = TestPeople.mobileEnding("0006", 8401);
        walks.put(cloud.account(), ELSEWHERE, AccountKind.PERSONAL, failsOnce);
        Walk walk = reviewers.approve(cases.neverVerified(holder), ANNA).runInVain("NotifyHolder");
        assertThat(noticesTo(holder.mobile())).isEqualTo(1);
        assertThat(notices.of(walk.id(), 1)).extracting(HolderNotice::account).containsExactly(holder.account());

        walk.run("NotifyHolder");

        assertThat(noticesTo(holder.mobile())).isEqualTo(1);
        assertThat(noticesTo(failsOnce)).isEqualTo(1);
        assertThat(notices.of(walk.id(), 1))
                .extracting(HolderNotice::result)
                .containsExactly(HolderNotice.Result.SENT, HolderNotice.Result.SENT);
    }

    // The holder objects

    @Test
    void objectionBringsItBeforeSeniorsAndTheHolderIsToldAnew() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder));

        objected(holder);

        assertThat(walk.appeal())
                .hasPassedInOrder("HolderObjected", "CheckHolder", "RouteAppeal")
                .isWaitingAt("ReviewAppeal");
        assertInProgress(walk);
        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
        assertThat(reviewers.task(walk).getPriority()).isEqualTo(70);
        reviewers.approve(walk, SENIOR);
        assertThat(walk.review()).isWaitingAt("SecondReview");
        // It is another review: who voted in the first one may vote in this one.
        reviewers.approve(walk, ANNA);
        walk.run("NotifyHolder");
        assertThat(noticesTo(holder.mobile())).isEqualTo(2);
        walk.run("ObjectionPeriodOver").run("ReleaseIdentity");
        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
    }

    @Test
    void objectionThatComesWhilePeopleReviewOnceMoreIsReviewedToo() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder));
        cases.associated(holder, ELSEWHERE);
        walk.run("ObjectionPeriodOver").run("ReleaseIdentity");
        objected(holder);
        assertThat(walk.appeal()).isWaitingAt("ReviewAppeal");

        reviewers.approve(walk, ANNA).run("NotifyHolder");

        assertThat(walk.appeal())
                .hasPassedInOrder("NotifyHolder", "CheckHolder", "RouteAppeal")
                .isWaitingAt("ReviewAppeal");
        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
        assertThat(noticesTo(holder.mobile())).isEqualTo(1);
    }

    @Test
    void objectionThatIsUpheldLeavesEverythingAsItWas() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder));
        objected(holder);

        reviewers.reject(walk, SENIOR, "OBJECTION_UPHELD");

        assertEnded(walk, OutcomeCode.APPEAL_REJECTED, OutcomeReason.OBJECTION_UPHELD);
        assertThat(cases.binding(holder)).isPresent();
    }

    // What changed meanwhile

    @Test
    void bindingThatIsReleasedMeanwhileLeavesNothingToRelease() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder)).run("ObjectionPeriodOver");
        cases.release(holder);

        walk.run("ReleaseIdentity");

        assertThat(walk.appeal())
                .hasPassedInOrder("ReleaseIdentity", "CheckHolder", "NothingToRelease")
                .hasNotPassed("AppealApproved")
                .isEnded();
        assertEnded(walk, OutcomeCode.APPEAL_REJECTED, OutcomeReason.NOTHING_TO_RELEASE);
    }

    @Test
    void bindingThatReviewersHaveNotSeenIsLookedAtAnew() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder));
        Applicant added = cases.associated(holder, ELSEWHERE);

        walk.run("ObjectionPeriodOver").run("ReleaseIdentity");

        assertThat(walk.appeal())
                .hasPassedInOrder("ReleaseIdentity", "CheckHolder", "RouteAppeal")
                .isWaitingAt("ReviewAppeal");
        assertThat(List.of(holder, added))
                .allSatisfy(account -> assertThat(cases.binding(account)).isPresent());
        reviewers.approve(walk, ANNA);
        walk.run("NotifyHolder").run("ObjectionPeriodOver").run("ReleaseIdentity");
        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(List.of(holder, added))
                .allSatisfy(account -> assertThat(cases.binding(account)).isEmpty());
    }

    /** Same account, same person: but not the binding that the reviewers have seen. */
    @Test
    void bindingThatWasMadeAnewIsLookedAtAnew() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder)).run("ObjectionPeriodOver");
        cases.release(holder);
        Walk anew = walks.apply(holder, HOME).confirmMobile().checkCard();
        assertThat(anew.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);

        walk.run("ReleaseIdentity");

        assertThat(walk.appeal()).isWaitingAt("ReviewAppeal");
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void businessThatIsOpenedMeanwhileEndsTheAppeal() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder)).run("ObjectionPeriodOver");
        cases.hasOpenBusiness(holder, "FUND");

        walk.run("ReleaseIdentity");

        assertThat(walk.appeal())
                .hasPassedInOrder("ReleaseIdentity", "CheckHolder", "HolderHasOpenBusiness")
                .isEnded();
        assertEnded(walk, OutcomeCode.HOLDER_HAS_OPEN_BUSINESS);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void holderWhoIsBusyIsWaitedForAnHour() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder));
        Walk objection = cases.object(holder);
        walk.run("ObjectionPeriodOver").run("ReleaseIdentity");
        assertThat(walk.appeal()).isWaitingAt("WaitForHolder");
        assertInProgress(walk);
        assertDueIn(walk.jobAt("HolderBusy"), Duration.ofHours(1));
        assertThat(cases.binding(holder)).isPresent();

        walk.run("HolderBusy").run("ReleaseIdentity");
        assertThat(walk.appeal()).isWaitingAt("WaitForHolder");
        objection.withdraw();
        walk.run("HolderBusy").run("ReleaseIdentity");

        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
    }

    /** Who asked for a code in time does not lose the account while typing it. */
    @Test
    void objectionThatWasBegunInTimeStillCounts() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder));
        Walk objection = cases.object(holder).run("SendMobileCode");
        walk.run("ObjectionPeriodOver").run("ReleaseIdentity");

        objection.enterCode().run("RaiseObjection");

        assertThat(objection.outcome().code()).isEqualTo(OutcomeCode.OBJECTION_RAISED);
        assertThat(walk.appeal())
                .hasPassedInOrder("ReleaseIdentity", "HolderObjectedMeanwhile", "RouteAppeal")
                .isWaitingAt("ReviewAppeal");
        assertThat(cases.binding(holder)).isPresent();
    }

    /** An enterprise's account is verified as one, and not by its user's document. */
    @Test
    void accountThatBecameAnEnterprisesMeanwhileIsNotVerified() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        Walk walk = cases.appeal(
                AppealForm.of(rightful, AppealReason.NEVER_VERIFIED).verifyingTheAccount(), ELSEWHERE, DOCUMENT);
        approved(walk).run("ObjectionPeriodOver");
        walks.put(rightful.account(), ELSEWHERE, AccountKind.ENTERPRISE, null);

        walk.run("ReleaseIdentity");

        assertEnded(walk, OutcomeCode.APPEAL_APPROVED);
        assertThat(cases.binding(holder)).isEmpty();
        assertThat(cases.binding(rightful)).isEmpty();
    }

    // Whatever brought it here: the votes are counted

    @Test
    void aSecondPersonWhoWasWantedAndWentMissingIsAnIncident() {
        Applicant holder = cases.holder();
        Walk walk = reviewers.claim(cases.notMyOperation(holder), ANNA);
        walks.engine()
                .getRuntimeService()
                .setVariable(walk.review().getId(), ReviewByPeople.SECOND_REVIEW_GROUP, ReviewByPeople.NO_GROUP);
        reviewers.complete(walk, ANNA, Map.of("decision", "APPROVE"));

        assertNotReleased(holder, walk);
    }

    /** Not only for the reason that always takes two. */
    @Test
    void aSecondPersonWhomTheTableWantedIsCountedAsWell() {
        Applicant holder = cases.holder();
        walks.jdbc()
                .sql("update binding set verified_at = now() - interval '365 days' where account = ?")
                .param(holder.account())
                .update();
        Walk walk = cases.neverVerified(holder);
        walks.engine()
                .getRuntimeService()
                .setVariable(walk.review().getId(), ReviewByPeople.SECOND_REVIEW_GROUP, ReviewByPeople.NO_GROUP);
        reviewers.approve(walk, ANNA);

        assertNotReleased(holder, walk);
    }

    @Test
    void aTokenThatWasMovedPastTheReviewersIsAnIncident() {
        Applicant holder = cases.holder();
        Walk walk = cases.neverVerified(holder);
        moveToTheHolder(walk);

        assertNotReleased(holder, walk);
    }

    /** The yes before the objection is none after it. */
    @Test
    void aYesOfAnEarlierReviewIsNone() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder));
        objected(holder);
        moveToTheHolder(walk);

        assertNotReleased(holder, walk);
    }

    @Test
    void aTableThatWantsOnePersonForWhatTakesTwoIsAnIncident() {
        Applicant holder = cases.holder();
        Walk walk = approvedByTwo(cases.notMyOperation(holder));
        assertThat(walks.jdbc()
                        .sql("delete from review_vote where application = ? and step = 'SECOND'")
                        .param(walk.id())
                        .update())
                .isEqualTo(1);
        assertThat(walks.jdbc()
                        .sql("update review set by_two = false where application = ?")
                        .param(walk.id())
                        .update())
                .isEqualTo(1);

        assertNotReleased(holder, walk);
    }

    private void moveToTheHolder(Walk walk) {
        walks.engine()
                .getRuntimeService()
                .createProcessInstanceModification(walk.appeal().getId())
                .cancelAllForActivity("ReviewAppeal")
                .startBeforeActivity("NotifyHolder")
                .execute();
    }

    private void assertNotReleased(Applicant holder, Walk walk) {
        walk.run("NotifyHolder").run("ObjectionPeriodOver").runInVain("ReleaseIdentity");

        assertThat(walk.incidents()).containsExactly("ReleaseIdentity");
        assertThat(walk.jobAt("ReleaseIdentity").getRetries()).isZero();
        assertThat(cases.binding(holder)).isPresent();
        assertInProgress(walk);
    }

    // The applicant withdraws

    static Stream<Named<BiConsumer<AppealTest, Walk>>> waits() {
        return Stream.of(
                wait("evidence is added", (test, walk) -> test.reviewers.ask(walk, ANNA, "more")),
                wait("people decide", (test, walk) -> {}),
                wait("somebody who has claimed it decides", (test, walk) -> test.reviewers.claim(walk, ANNA)),
                wait("the holder is told", (test, walk) -> test.reviewers.approve(walk, ANNA)),
                wait("the holder objects", (test, walk) -> test.approved(walk)),
                wait(
                        "the identity is released",
                        (test, walk) -> test.approved(walk).run("ObjectionPeriodOver")));
    }

    private static Named<BiConsumer<AppealTest, Walk>> wait(String name, BiConsumer<AppealTest, Walk> way) {
        return Named.of(name, way);
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(BiConsumer<AppealTest, Walk> way) {
        Applicant holder = cases.holder();
        Walk walk = cases.neverVerified(holder);
        way.accept(this, walk);

        walk.withdraw();

        assertThat(walk.appeal())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .hasNotPassed("AppealApproved")
                .isEnded();
        assertThat(walk.review()).isEnded();
        assertThat(reviewers.hasTask(walk)).isFalse();
        assertEnded(walk, OutcomeCode.WITHDRAWN);
        assertThat(cases.binding(holder)).isPresent();
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, walk::withdraw);
    }

    @RepeatedTest(5)
    void withdrawnAndReleasedAtOnceIsOneOfTheTwo() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder)).run("ObjectionPeriodOver");
        Job release = walk.jobAt("ReleaseIdentity");

        AtOnce.failures(
                () -> walks.engine().getManagementService().executeJob(release.getId()),
                () -> walks.asClient(door -> {
                    walks.applications().findAlone(walk.id(), Walks.CLIENT);
                    door.withdraw(walk.id());
                    return walk.id();
                }));

        assertThat(walk.appeal()).isEnded();
        OutcomeCode code = walk.outcome().code();
        assertThat(code).isIn(OutcomeCode.APPEAL_APPROVED, OutcomeCode.WITHDRAWN);
        assertThat(cases.binding(holder).isPresent()).isEqualTo(code == OutcomeCode.WITHDRAWN);
    }

    @RepeatedTest(5)
    void withdrawnAndDecidedAtOnceIsConsistent() {
        Applicant holder = cases.holder();
        Walk walk = reviewers.claim(cases.neverVerified(holder), ANNA);
        String task = reviewers.task(walk).getId();

        List<Throwable> failures = AtOnce.failures(
                () -> reviewers.completeTask(walk, ANNA, task, Map.of("decision", "APPROVE")),
                () -> walks.asClient(door -> {
                    walks.applications().findAlone(walk.id(), Walks.CLIENT);
                    door.withdraw(walk.id());
                    return walk.id();
                }));

        assertThat(reviewers.hasTask(walk)).isFalse();
        assertThat(failures.size()).isLessThan(2);
        boolean ended = walk.application().status().isEnd();
        assertThat(walk.appeal().isEnded()).isEqualTo(ended);
        if (!ended) {
            walk.run("NotifyHolder");
            assertThat(walk.appeal()).isWaitingAt("WaitForObjection");
        }
    }

    // What stays in the engine

    @Test
    void engineKnowsNobody() {
        Applicant holder = cases.holder();
        Walk walk = approved(cases.neverVerified(holder));
        objected(holder);
        Applicant rightful = walk.applicant();

        assertThat(EngineTables.mentions(
                        walks.jdbc(),
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
    private Walk approved(Walk walk) {
        return reviewers.approve(walk, ANNA).run("NotifyHolder");
    }

    private Walk approvedByTwo(Walk walk) {
        return reviewers.approve(reviewers.approve(walk, ANNA), BEN);
    }

    private void objected(Applicant holder) {
        Walk objection = cases.object(holder).confirmMobile().run("RaiseObjection");
        assertThat(objection.outcome().code()).isEqualTo(OutcomeCode.OBJECTION_RAISED);
    }

    /** A notice has no code. */
    private long noticesTo(String mobile) {
        return sandbox.inbox().messages(mobile).stream()
                .filter(message -> message.code().isEmpty())
                .count();
    }

    private int files(Walk walk) {
        return walks.jdbc()
                .sql("select count(*) from evidence where application = ?")
                .param(walk.id())
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> stored() {
        return walks.jdbc().sql("""
                        select (select count(*) from application) as applications,
                               (select count(*) from appeal) as appeals,
                               (select count(*) from evidence) as evidence,
                               (select count(*) from act_ru_execution) as executions,
                               (select count(*) from act_ru_variable) as variables,
                               (select count(*) from act_hi_procinst) as history
                        """).query().singleRow();
    }

    private static void assertInProgress(Walk walk) {
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(walk.application().action()).isNull();
        assertThat(walk.application().outcome()).isNull();
    }

    private static void assertEvidenceAskedFor(Walk walk, ActionReason reason, Instant since) {
        assertThat(walk.appeal()).isWaitingAt("WaitForEvidence");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.ACTION_REQUIRED);
        Action action = walk.application().action();
        assertThat(action).isNotNull();
        assertThat(action.type()).isEqualTo(ActionType.ADD_EVIDENCE);
        assertThat(action.reason()).isEqualTo(reason);
        assertThat(action.expiresAt())
                .isBetween(
                        since.plus(Duration.ofDays(7)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(7)).plusSeconds(1));
    }

    private static void assertEnded(Walk walk, OutcomeCode code) {
        assertEnded(walk, code, null);
    }

    private static void assertEnded(Walk walk, OutcomeCode code, @Nullable OutcomeReason reason) {
        assertThat(walk.appeal()).isEnded();
        assertThat(walk.outcome().code()).isEqualTo(code);
        assertThat(walk.outcome().reason()).isEqualTo(reason);
        assertThat(walk.application().status()).isEqualTo(code.status());
        assertThat(walk.application().action()).isNull();
    }

    private static void assertDueIn(Job job, Duration delay) {
        assertThat(job.getDuedate().toInstant())
                .isBetween(
                        Instant.now().plus(delay).minusSeconds(5),
                        Instant.now().plus(delay).plusSeconds(5));
    }
}
