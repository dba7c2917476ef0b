package io.realname.enterprise.process;

import static io.realname.enterprise.process.EnterpriseCases.ALL;
import static io.realname.enterprise.process.EnterpriseCases.LEGAL_PERSON;
import static io.realname.enterprise.process.EnterpriseCases.WRONG;
import static io.realname.process.Cases.ELSEWHERE;
import static io.realname.process.Cases.HOME;
import static io.realname.process.Reviewers.SENIOR;
import static io.realname.process.Reviewers.SENIOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.account.AccountKind;
import io.realname.app.Applicant;
import io.realname.app.Company;
import io.realname.application.Action;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import io.realname.application.ApplicationStatus;
import io.realname.application.Outcome;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.desk.ReasonsOfReviews;
import io.realname.enterprise.StatedEnterprises;
import io.realname.enterprise.VerifiedEnterprise;
import io.realname.enterprise.VerifiedEnterprises;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.Binding;
import io.realname.people.TestEnterprises;
import io.realname.people.TestPeople;
import io.realname.process.AtOnce;
import io.realname.process.Cases;
import io.realname.process.EngineTables;
import io.realname.process.PathCoverage;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.process.Walk;
import io.realname.process.Walks;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.ForgottenException;
import io.realname.refusal.RefusalCode;
import io.realname.review.ReviewReason;
import io.realname.sandbox.Fault;
import io.realname.sandbox.SandboxServer;
import io.realname.trail.TrailAudit;
import io.realname.trail.TrailFinding;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through {@code enterprise-verification.bpmn}; the whole class together takes each node and flow of it. */
@ProcessTest
class EnterpriseVerificationTest {

    private static final String ENTERPRISE_REVIEW = "enterprise-review";
    private static final String EMMA = "reviewemma";
    private static final String LICENCE_CHECK = "VerifyBizLicenseEnterprise4";
    private static final String TRANSFER = "company:transfer";
    private static final String COMPARE = "company:check";

    @Autowired
    private Walks walks;

    @Autowired
    private Cases cases;

    @Autowired
    private EnterpriseCases enterprises;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private VerifiedEnterprises verified;

    @Autowired
    private StatedEnterprises stated;

    @Autowired
    private RequiredEvidence required;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private TrailAudit audit;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private SandboxServer sandbox;

    @BeforeAll
    static void nothingIsReached(@Autowired PathCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyNodeAndFlowIsReached(@Autowired PathCoverage coverage) {
        assertThat(coverage.missing(EnterpriseVerification.KEY)).isEmpty();
    }

    @BeforeEach
    void refresh() {
        walks.refresh();
        reviewers.comeToWork();
        reviewers.engage(EMMA, ENTERPRISE_REVIEW);
    }

    // The usual way

    @Test
    void upgradeEndsThePersonalVerificationInTheMomentInWhichTheEnterprisePasses() {
        Applicant holder = cases.holder();
        Binding personal = cases.bindingOf(holder);
        Company company = enterprises.of(holder);
        Walk walk = enterprises.apply(holder, company.application(), ALL);
        assertInProgress(walk);
        checkLicence(walk);
        assertThat(walk.enterprise()).isWaitingAt("ReviewEnterprise");
        assertThat(reviewers.offeredTo(walk)).containsExactly(ENTERPRISE_REVIEW);
        reviewers.approve(walk, EMMA);
        assertInProgress(walk);
        sendPayment(walk);
        walk.run("LookUpPayment");
        assertAmountAskedFor(walk, null, 5);
        assertDueIn(walk.jobAt("AmountDeadline"), Duration.ofDays(7));
        assertThat(cases.bindingOf(holder))
                .as("until the enterprise has passed")
                .isEqualTo(personal);
        assertThat(verified.isVerified(holder.account())).isFalse();

        enterprises.state(walk, enterprises.received(company));
        assertInProgress(walk);
        walk.run("CheckAmount");

        assertThat(walk.enterprise())
                .hasPassedInOrder(
                        "EnterpriseApplicationFiled",
                        "RegisterEnterprise",
                        "LimitEnterprises",
                        "CheckEvidence",
                        "ReserveLicenceCheck",
                        "CheckLicence",
                        "RouteEnterprise",
                        "ReviewEnterprise",
                        "ReservePayment",
                        "SendPayment",
                        "LookUpPayment",
                        "LimitAmounts",
                        "AskForAmount",
                        "AmountSubmitted",
                        "RegisterAmount",
                        "CheckAmount",
                        "VerifyEnterprise",
                        "Verified")
                .hasNotPassed("AskForEvidence", "FreezeAccount")
                .isEnded();
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(cases.binding(holder)).isEmpty();
        VerifiedEnterprise enterprise = verified.of(holder.account()).orElseThrow();
        assertThat(enterprise.licence().number()).isEqualTo(company.licenceNumber());
        assertThat(enterprise.name().value()).isEqualTo(company.name());
        assertThat(enterprise.site()).isEqualTo(HOME);
        assertThat(enterprise.application()).isEqualTo(walk.id());
        assertThat(sandbox.ledger().entries(LICENCE_CHECK)).hasSize(1);
        assertThat(sandbox.ledger().entries(TRANSFER)).hasSize(1);
    }

    /** Codes are published whose check character was made wrong: the register knows them. */
    @Test
    void creditCodeWithAWrongCheckCharacterIsTheRegistersToJudgeOnceItIsConfirmed() {
        Applicant holder = cases.holder();
        Company right = enterprises.of(holder);
        String code = right.licenceNumber();
        Company company = right.withCreditCode(code.substring(0, 17) + (code.endsWith("0") ? "1" : "0"));
        ObjectNode form = company.application();
        Refused.invalid("/licence/number", "INVALID_CHECK_DIGIT", () -> enterprises.apply(holder, form, ALL));
        form.withObject("/licence").put("numberConfirmed", true);

        Walk walk = enterprises.apply(holder, form, ALL);
        checkLicence(walk);

        assertThat(sandbox.ledger().entries(LICENCE_CHECK)).hasSize(1);
        assertThat(walk.enterprise()).hasPassed("CheckLicence").isWaitingAt("ReviewEnterprise");
        assertThat(stated.details(walk.id()).licence().number()).isEqualTo(company.licenceNumber());
        reviewers.approve(walk, EMMA);
        sendPayment(walk);
        walk.run("LookUpPayment");
        enterprises.state(walk, enterprises.received(company));
        walk.run("CheckAmount");
        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(verified.of(holder.account()).orElseThrow().licence().number())
                .isEqualTo(company.licenceNumber());
        assertThat(trail.of(walk.id()))
                .filteredOn(entry -> entry.event() == AuditEvent.NUMBER_CONFIRMED)
                .extracting(AuditEntry::facts)
                .containsExactly(Map.of("number", "LICENCE"));
        assertThat(audit.of(walk.id())).isEmpty();
    }

    @Test
    void whatWasStatedIsForgottenAtTheEnd() {
        Walk walk = enterprises.upgrade();
        assertThat(stated.details(walk.id())).isNotNull();

        walk.withdraw();

        assertThatThrownBy(() -> stated.details(walk.id())).isInstanceOf(ForgottenException.class);
        assertThat(walks.jdbc()
                        .sql("select person is null and mobile is null from application where id = ?")
                        .param(walk.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void personIsFreeForAnotherAccountOfTheSiteAfterwards() {
        Applicant holder = cases.holder();
        verifiedEnterprise(holder);

        Walk again = walks.apply(holder.withAccount(holder.account() + "_again"), HOME)
                .confirmMobile()
                .checkCard();

        assertThat(again.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    /** They are the same person's, who has lost nothing. */
    @Test
    void associationsOfThePersonStay() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);

        verifiedEnterprise(holder);

        assertThat(cases.binding(holder)).isEmpty();
        assertThat(cases.binding(cloud)).isPresent();
    }

    @Test
    void enterpriseMayHaveSeveralAccounts() {
        Applicant holder = cases.holder();
        Applicant another = cases.holder();
        Company company = enterprises.of(holder);
        pass(enterprises.apply(holder, company.application(), ALL), company);
        Company same = new Company(
                another.account(),
                company.name(),
                company.licenceType(),
                company.licenceNumber(),
                company.legalPerson(),
                company.corporateAccount(),
                company.contactMobile());

        Walk walk = pass(enterprises.apply(another, same.application(), ALL), same);

        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    // Who may apply, and who acts

    @Test
    void accountThatIsAnEnterprisesAnywaySaysWhoActsForIt() {
        Applicant founder = enterprises.founder();
        Company company = enterprises.of(founder);
        Refused.invalid("/authorisedPerson", "REQUIRED", () -> enterprises.apply(founder, company.application(), ALL));

        Walk walk = pass(enterprises.apply(founder, company.actedForBy(founder), ALL), company);

        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(verified.isVerified(founder.account())).isTrue();
    }

    @Test
    void accountBehindWhichNobodyIsKnownIsVerifiedAsAPersonsFirst() {
        Applicant nobody = walks.somebody();
        walks.put(nobody.account(), HOME, AccountKind.PERSONAL, null);
        Map<String, Object> before = stored();

        Refused.invalid(
                "/account",
                "PERSONAL_VERIFICATION_REQUIRED",
                () -> enterprises.apply(nobody, enterprises.of(nobody).actedForBy(nobody), ALL));
        Refused.invalid(
                "/account",
                "UNKNOWN_ACCOUNT",
                () -> enterprises.apply(nobody, Company.of("nobody_knows_it", 1).application(), ALL));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void whoIsVerifiedIsNotStatedAgain() {
        Applicant holder = cases.holder();

        Refused.invalid(
                "/authorisedPerson",
                "NOT_WITH_VERIFIED_ACCOUNT",
                () -> enterprises.apply(holder, enterprises.of(holder).actedForBy(holder), ALL));
    }

    @Test
    void applicationThatEndedOccupiedIsTakenUp() {
        Applicant holder = cases.holder();
        Applicant rightful = cases.rightful(holder);
        Walk occupied = walks.apply(rightful, ELSEWHERE);
        assertThat(occupied.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_OCCUPIED);
        Company company = enterprises.of(rightful);
        Refused.invalid(
                "/authorisedPerson",
                "NOT_WITH_FOLLOWS",
                () -> enterprises.apply(
                        rightful,
                        company.actedForBy(rightful)
                                .put("follows", occupied.id().toString()),
                        ALL));

        Walk walk = enterprises.apply(rightful, company.following(occupied.id()), ALL);

        assertThat(walks.applications().stated(walk.id()).person().document().number())
                .isEqualTo(rightful.residentId());
        assertEnded(pass(walk, company), OutcomeCode.VERIFIED);
        assertThat(cases.binding(holder))
                .as("somebody else's, and none of its business")
                .isPresent();
    }

    @Test
    void applicationThatEndedBoundToAnotherAccountIsTakenUp() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        Applicant rightful = cases.rightful(holder).withMobile(holder.mobile());
        Walk refused =
                walks.associate(rightful, ELSEWHERE, holder.account(), null).confirmMobile();
        assertThat(refused.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);
        Company company = enterprises.of(rightful);

        Walk walk = pass(enterprises.apply(rightful, company.following(refused.id()), ALL), company);

        assertEnded(walk, OutcomeCode.VERIFIED);
        assertThat(cases.binding(cloud)).isPresent();
    }

    @Test
    void applicationThatEndedOtherwiseCannotBeFollowed() {
        Applicant holder = cases.holder();
        Walk withdrawn = enterprises.upgrade().withdraw();

        Refused.invalid(
                "/follows",
                "CANNOT_BE_FOLLOWED",
                () -> enterprises.apply(holder, enterprises.of(holder).following(withdrawn.id()), ALL));
    }

    @Test
    void whatIsVerifiedAsAnEnterprisesIsNothingElse() {
        Applicant holder = cases.holder();
        verifiedEnterprise(holder);

        Refused.with(
                RefusalCode.ACCOUNT_ALREADY_VERIFIED,
                () -> enterprises.apply(holder, enterprises.of(holder).application(), ALL));
        Refused.with(RefusalCode.ACCOUNT_ALREADY_VERIFIED, () -> walks.apply(holder, HOME));
        Refused.with(
                RefusalCode.ACCOUNT_ALREADY_VERIFIED,
                () -> walks.associate(holder, HOME, cases.holder().account(), null));
    }

    @Test
    void accountHasOneApplicationAtATime() {
        Walk walk = enterprises.upgrade();
        Map<String, Object> before = stored();

        Refused.with(
                RefusalCode.APPLICATION_IN_PROGRESS,
                () -> enterprises.apply(
                        walk.applicant(), enterprises.of(walk.applicant()).application(), ALL));

        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void eleventhApplicationOfTheAccountOnOneDayIsOneTooMany() {
        Applicant holder = cases.holder();
        for (int n = 1; n <= 9; n++) {
            enterprises.apply(holder, enterprises.of(holder).application()).withdraw();
        }

        Walk walk = enterprises.apply(holder, enterprises.of(holder).application(), ALL);

        assertThat(walk.enterprise())
                .hasPassedInOrder("RegisterEnterprise", "LimitEnterprises", "TooManyApplications")
                .isEnded();
        assertEnded(walk, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    // Evidence

    @Test
    void missingEvidenceIsAskedForUntilItIsThere() {
        Applicant holder = cases.holder();
        Walk walk = enterprises.apply(holder, enterprises.of(holder).application());
        assertEvidenceAskedFor(walk, ActionReason.EVIDENCE_MISSING);
        assertThat(required.missing(walk.id())).containsExactlyInAnyOrder(ALL);

        enterprises.addEvidence(walk, LEGAL_PERSON);
        assertEvidenceAskedFor(walk, ActionReason.EVIDENCE_MISSING);
        assertThat(required.missing(walk.id()))
                .containsExactlyInAnyOrder(
                        EvidenceKind.POWER_OF_ATTORNEY, EvidenceKind.DOCUMENT_FRONT, EvidenceKind.DOCUMENT_BACK);
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isZero();
        enterprises.addEvidence(
                walk, EvidenceKind.POWER_OF_ATTORNEY, EvidenceKind.DOCUMENT_FRONT, EvidenceKind.DOCUMENT_BACK);

        assertThat(walk.enterprise()).isWaitingAt("CheckLicence");
    }

    @Test
    void legalPersonWhoActsNeedsNoPowerOfAttorney() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder).withLegalPerson(holder);

        Walk walk = enterprises.apply(holder, company.application(), LEGAL_PERSON);

        assertEnded(pass(walk, company), OutcomeCode.VERIFIED);
    }

    @Test
    void evidenceThatDoesNotComeInTimeEndsIt() {
        Applicant holder = cases.holder();
        Walk walk = enterprises.apply(holder, enterprises.of(holder).application());
        assertDueIn(walk.jobAt("EvidenceDeadline"), Duration.ofDays(7));

        walk.run("EvidenceDeadline");

        assertEnded(walk, OutcomeCode.EXPIRED);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> enterprises.addEvidence(walk, EvidenceKind.LICENCE));
        assertThat(cases.binding(holder)).isPresent();
    }

    // The register

    @Test
    void licenceThatIsNotInForceEndsIt() {
        Applicant holder = cases.holder();
        Walk walk = enterprises.apply(holder, enterprises.knownAs(holder, "02").application(), ALL);

        checkLicence(walk);

        assertThat(walk.enterprise())
                .hasPassedInOrder("CheckLicence", "LicenceNotInForce")
                .hasNotPassed("ReviewEnterprise")
                .isEnded();
        assertEnded(walk, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.LICENCE_NOT_IN_FORCE);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void whatTheRegisterSaysOtherwiseTakesTwoPeople() {
        Applicant holder = cases.holder();
        Company company = enterprises.knownAs(holder, "01");
        Walk walk = checkLicence(enterprises.apply(holder, company.application(), ALL));
        reviewers.approve(walk, EMMA);
        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
        reviewers.approve(walk, SENIOR);

        sendPayment(walk).run("LookUpPayment");

        assertAmountAskedFor(walk, null, 5);
    }

    @Test
    void registrationNumberOfBeforeIsLeftToPeople() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder).withLicence("GENERAL", TestEnterprises.registrationNumber(700_001));

        Walk walk = enterprises.apply(holder, company.application(), ALL);

        assertThat(walk.enterprise()).hasNotPassed("CheckLicence").isWaitingAt("ReviewEnterprise");
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isZero();
    }

    @Test
    void legalPersonWithoutAResidentIdIsLeftToPeople() {
        Applicant holder = cases.holder();
        ObjectNode application = enterprises.of(holder).application();
        application
                .withObject("/legalPerson/document")
                .put("type", "PASSPORT")
                .put("number", TestPeople.passport(700_002))
                .put("issuingCountry", "FRA");

        Walk walk = enterprises.apply(
                holder,
                application,
                EvidenceKind.LICENCE,
                EvidenceKind.LEGAL_PERSON_FRONT,
                EvidenceKind.POWER_OF_ATTORNEY,
                EvidenceKind.DOCUMENT_FRONT,
                EvidenceKind.DOCUMENT_BACK);

        assertThat(walk.enterprise()).hasNotPassed("CheckLicence").isWaitingAt("ReviewEnterprise");
    }

    @Test
    void registerWhoseAnswerGetsLostIsNotAskedAgain() {
        Walk walk = enterprises.upgrade();
        sandbox.script().failNext(LICENCE_CHECK, Fault.RESET);

        checkLicence(walk);

        assertThat(walk.enterprise()).isWaitingAt("ReviewEnterprise");
        reviewers.ask(walk, EMMA, "请补充执照副本");
        enterprises.addEvidence(walk, EvidenceKind.LICENCE);
        assertThat(walk.enterprise()).isWaitingAt("ReviewEnterprise");
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isEqualTo(1);
    }

    @Test
    void registerThatIsDownIsAskedAgainLater() {
        Walk walk = enterprises.upgrade();
        sandbox.script().statusNext(LICENCE_CHECK, 500);

        walk.runInVain("CheckLicence");
        assertThat(walk.jobAt("CheckLicence").getRetries()).isPositive();
        checkLicence(walk);

        assertThat(walk.enterprise()).isWaitingAt("ReviewEnterprise");
    }

    @Test
    void registerThatRefusesUsIsAnIncidentAtOnce() {
        Walk walk = enterprises.upgrade();
        sandbox.script().errorNext(LICENCE_CHECK, "AuthFailure.SecretIdNotFound");

        walk.runInVain("CheckLicence");

        assertThat(walk.incidents()).containsExactly("CheckLicence");
        walk.retry("CheckLicence").run("CheckLicence");
        assertThat(walk.enterprise()).isWaitingAt("ReviewEnterprise");
    }

    // People

    static Stream<ReviewReason> reasons() {
        return ReasonsOfReviews.of(ApplicationKind.ENTERPRISE).stream();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void noIsToldWithItsReason(ReviewReason reason) {
        Walk walk = reviewers.reject(checkLicence(enterprises.upgrade()), EMMA, reason.name());

        assertThat(walk.enterprise())
                .hasPassedInOrder("ReviewEnterprise", "EnterpriseRejected")
                .hasNotPassed("SendPayment")
                .isEnded();
        assertEnded(walk, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.valueOf(reason.name()));
        assertThat(cases.binding(walk.applicant())).isPresent();
    }

    @Test
    void reasonOfAnAppealIsNoneOfAnEnterprises() {
        Walk walk = reviewers.claim(checkLicence(enterprises.upgrade()), EMMA);

        Refused.invalid(
                "/reason",
                "UNKNOWN_REASON",
                () -> reviewers.complete(walk, EMMA, Map.of("decision", "REJECT", "reason", "OBJECTION_UPHELD")));

        assertThat(walk.enterprise()).isWaitingAt("ReviewEnterprise");
    }

    @Test
    void reviewerAsksForMoreAndGetsItBack() {
        Walk walk = checkLicence(enterprises.upgrade());

        reviewers.ask(walk, EMMA, "请补充授权委托书");

        assertEvidenceAskedFor(walk, ActionReason.REVIEWER_ASKS);
        enterprises.addEvidence(walk, EvidenceKind.POWER_OF_ATTORNEY);
        assertThat(walk.enterprise()).isWaitingAt("ReviewEnterprise");
        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(EMMA);
        assertThat(sandbox.calls().of(LICENCE_CHECK)).as("once").isEqualTo(1);
    }

    @Test
    void whoWasRejectedAgainAndAgainIsLookedAtBySeniors() {
        Applicant holder = cases.holder();
        for (int n = 1; n <= 2; n++) {
            Walk walk = checkLicence(
                    enterprises.apply(holder, enterprises.of(holder).application(), ALL));
            reviewers.reject(walk, EMMA, "LICENCE_NOT_VALID");
        }

        Walk walk =
                checkLicence(enterprises.apply(holder, enterprises.of(holder).application(), ALL));

        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
    }

    // The payment

    @Test
    void accountThatTheBankRefusesEndsIt() {
        Applicant holder = cases.holder();
        Company company = enterprises.withAccountEnding(holder, "0001");
        Walk walk = approved(enterprises.apply(holder, company.application(), ALL));

        sendPayment(walk);

        assertThat(walk.enterprise()).hasNotPassed("LookUpPayment").isEnded();
        assertEnded(walk, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.CORPORATE_ACCOUNT_REFUSED);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void paymentThatTheBankSendsBackEndsIt() {
        Applicant holder = cases.holder();
        Company company = enterprises.withAccountEnding(holder, "0002");
        Walk walk = sendPayment(approved(enterprises.apply(holder, company.application(), ALL)));

        walk.run("LookUpPayment");

        assertThat(walk.enterprise()).hasNotPassed("AskForAmount").isEnded();
        assertEnded(walk, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.CORPORATE_ACCOUNT_REFUSED);
    }

    @Test
    void paymentOnItsWayIsLookedUpAgain() {
        Applicant holder = cases.holder();
        Company company = enterprises.withAccountEnding(holder, "0005");
        Walk walk = sendPayment(approved(enterprises.apply(holder, company.application(), ALL)));

        walk.runInVain("LookUpPayment").runInVain("LookUpPayment");
        assertThat(walk.incidents()).isEmpty();
        assertThat(walk.jobAt("LookUpPayment").getRetries()).isPositive();
        assertInProgress(walk);
        walk.run("LookUpPayment");

        assertAmountAskedFor(walk, null, 5);
        assertThat(sandbox.ledger().entries(TRANSFER)).hasSize(1);
    }

    @Test
    void payerThatIsDownIsCalledAgainLater() {
        Walk walk = approved(enterprises.upgrade());
        sandbox.script().statusNext(TRANSFER, 500);

        walk.runInVain("SendPayment");
        assertThat(walk.jobAt("SendPayment").getRetries()).isPositive();
        sendPayment(walk);

        assertThat(walk.enterprise()).isWaitingAt("LookUpPayment");
        assertThat(sandbox.ledger().entries(TRANSFER)).hasSize(1);
    }

    /** Money may have been sent: who sends it again is a person, who has looked it up. */
    @Test
    void paymentWhoseAnswerGetsLostIsSentAgainByAnOperatorOnly() {
        Walk walk = approved(enterprises.upgrade());
        sandbox.script().failNext(TRANSFER, Fault.RESET);

        walk.runInVain("SendPayment");

        assertThat(walk.jobAt("SendPayment").getRetries()).isZero();
        assertThat(walk.incidents()).containsExactly("SendPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
        walk.retry("SendPayment").run("SendPayment").run("LookUpPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(2);
        assertAmountAskedFor(walk, null, 5);
    }

    /** The node died after the call, before the incident: the job runs again by itself, and must not pay. */
    @Test
    void paymentThatWasUnderWayWhenTheNodeDiedIsNotSentAgain() {
        Walk walk = approved(enterprises.upgrade());
        walks.jdbc()
                .sql("update corporate_payment set state = 'SENT', sent_at = now() where application = ?")
                .param(walk.id())
                .update();

        walk.runInVain("SendPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isZero();
        assertThat(walk.incidents()).containsExactly("SendPayment");

        walk.retry("SendPayment").run("SendPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
    }

    /** The same, when it died between noting the loss and the incident. */
    @Test
    void paymentThatWasNotedAsLostIsNotSentAgainWithoutAnOperator() {
        Walk walk = approved(enterprises.upgrade());
        walks.jdbc()
                .sql("update corporate_payment set state = 'LOST', incidents = 0 where application = ?")
                .param(walk.id())
                .update();

        walk.runInVain("SendPayment");

        assertThat(sandbox.calls().of(TRANSFER)).isZero();
        assertThat(walk.incidents()).containsExactly("SendPayment");
    }

    /** What an operator mended before the loss is no word about the loss. */
    @Test
    void earlierIncidentIsNoWordForAnotherPayment() {
        Walk walk = approved(enterprises.upgrade());
        sandbox.script().statusNext(TRANSFER, 403);
        walk.runInVain("SendPayment");
        assertThat(walk.incidents()).containsExactly("SendPayment");
        walks.jdbc()
                .sql("update corporate_payment set state = 'LOST', incidents = 1 where application = ?")
                .param(walk.id())
                .update();

        walk.runInVain("SendPayment");

        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
    }

    // The amount

    @Test
    void wrongAmountMayBeCorrected() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk walk = amountAskedFor(enterprises.apply(holder, company.application(), ALL));

        stateAndCheck(walk, WRONG);
        assertAmountAskedFor(walk, ActionReason.AMOUNT_WRONG, 4);
        stateAndCheck(walk, WRONG);
        assertAmountAskedFor(walk, ActionReason.AMOUNT_WRONG, 3);
        stateAndCheck(walk, enterprises.received(company));

        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    @Test
    void fiveWrongAmountsFreezeTheAccountForADay() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk walk = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        for (int n = 1; n <= 5; n++) {
            stateAndCheck(walk, WRONG);
        }

        assertThat(walk.enterprise())
                .hasPassedInOrder("LimitAmounts", "FreezeAccount", "AmountFailed")
                .hasNotPassed("VerifyEnterprise")
                .isEnded();
        assertEnded(walk, OutcomeCode.AMOUNT_FAILED);
        assertFrozenForADay(walk.outcome());
        assertThat(cases.binding(holder)).isPresent();

        Walk tooEarly = enterprises.apply(holder, enterprises.of(holder).application(), ALL);
        assertThat(tooEarly.enterprise())
                .hasPassedInOrder("LimitEnterprises", "AccountFrozen")
                .hasNotPassed("CheckEvidence")
                .isEnded();
        assertEnded(tooEarly, OutcomeCode.AMOUNT_FAILED);
        assertFrozenForADay(tooEarly.outcome());

        walk.sql("update enterprise set frozen_until = now() - interval '1 second' where application = ?");
        Company later = enterprises.of(holder);
        Walk again = amountAskedFor(enterprises.apply(holder, later.application(), ALL));
        assertAmountAskedFor(again, null, 5);
    }

    /** With another application comes another amount, and another guess: they are counted together. */
    @Test
    void wrongAmountsAreCountedOverTheAccountsApplications() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk first = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        for (int n = 1; n <= 4; n++) {
            stateAndCheck(first, WRONG);
        }
        first.withdraw();
        Company another = enterprises.of(holder);

        Walk second = amountAskedFor(enterprises.apply(holder, another.application(), ALL));
        assertAmountAskedFor(second, null, 1);
        stateAndCheck(second, WRONG);

        assertEnded(second, OutcomeCode.AMOUNT_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "10", "0.375", "-0.37", "abc", "0,37"})
    void whatIsNoAmountIsRefusedAndCostsNothing(String amount) {
        Applicant holder = cases.holder();
        Walk walk =
                amountAskedFor(enterprises.apply(holder, enterprises.of(holder).application(), ALL));

        Refused.invalid("/amount", "INVALID_AMOUNT", () -> enterprises.state(walk, amount));

        assertAmountAskedFor(walk, null, 5);
    }

    @Test
    void payerThatCannotCompareCostsNoTry() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk walk = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        enterprises.state(walk, enterprises.received(company));
        sandbox.script().statusNext(COMPARE, 500);

        walk.runInVain("CheckAmount");
        assertInProgress(walk);
        walk.run("CheckAmount");

        assertEnded(walk, OutcomeCode.VERIFIED);
    }

    @Test
    void amountThatIsNotStatedInTimeEndsIt() {
        Walk walk = amountAskedFor(enterprises.upgrade());

        walk.run("AmountDeadline");

        assertEnded(walk, OutcomeCode.EXPIRED);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> enterprises.state(walk, "0.37"));
        assertThat(cases.binding(walk.applicant())).isPresent();
    }

    @Test
    void amountThatNobodyAskedForIsRefused() {
        Walk walk = enterprises.upgrade();

        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> enterprises.state(walk, "0.37"));
    }

    @RepeatedTest(3)
    void amountThatIsStatedTwiceAtOnceIsTakenOnce() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk walk = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        List<Throwable> failures = AtOnce.failures(() -> stateAlone(walk, WRONG), () -> stateAlone(walk, WRONG));

        assertThat(failures).hasSize(1);
        walk.run("CheckAmount");
        assertAmountAskedFor(walk, ActionReason.AMOUNT_WRONG, 4);
    }

    private void stateAlone(Walk walk, String amount) {
        walks.asClient(door -> {
            walks.applications().findAlone(walk.id(), Walks.CLIENT);
            door.submitAmount(walk.id(), amount);
            return walk.id();
        });
    }

    // What is true at the end

    @Test
    void personalVerificationThatWasReleasedMeanwhileEndsIt() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk walk = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        cases.release(holder);

        stateAndCheck(walk, enterprises.received(company));

        assertThat(walk.enterprise())
                .hasPassedInOrder("VerifyEnterprise", "PersonalVerificationGone")
                .isEnded();
        assertEnded(walk, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.PERSONAL_VERIFICATION_GONE);
        assertThat(verified.isVerified(holder.account())).isFalse();
    }

    /** Who holds an identity that is not theirs does not keep it by being in the middle of an upgrade. */
    @Test
    void appealDoesNotWaitForAnUpgrade() {
        Applicant holder = cases.holder();
        Walk upgrade = enterprises.apply(holder, enterprises.of(holder).application(), ALL);
        Walk appeal = reviewers
                .approve(cases.neverVerified(holder), Reviewers.ANNA)
                .run("NotifyHolder")
                .run("ObjectionPeriodOver")
                .run("ReleaseIdentity");

        assertThat(appeal.outcome().code()).isEqualTo(OutcomeCode.APPEAL_APPROVED);
        assertThat(upgrade.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
    }

    @Test
    void tokenThatWasMovedPastTheReviewersIsAnIncident() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk walk = checkLicence(enterprises.apply(holder, company.application(), ALL));
        walks.engine()
                .getRuntimeService()
                .createProcessInstanceModification(walk.enterprise().getId())
                .cancelAllForActivity("ReviewEnterprise")
                .startBeforeActivity("ReservePayment")
                .execute();
        sendPayment(walk).run("LookUpPayment");

        enterprises.state(walk, enterprises.received(company));
        walk.runInVain("CheckAmount");

        assertThat(walk.incidents()).containsExactly("CheckAmount");
        assertThat(cases.binding(holder)).isPresent();
        assertThat(verified.isVerified(holder.account())).isFalse();
    }

    // The applicant withdraws

    static Stream<Named<BiConsumer<EnterpriseVerificationTest, Walk>>> waits() {
        return Stream.of(
                wait("the register is asked", (test, walk) -> {}),
                wait("people decide", (test, walk) -> test.checkLicence(walk)),
                wait("evidence is added", (test, walk) -> test.reviewers.ask(test.checkLicence(walk), EMMA, "more")),
                wait("the payment is sent", (test, walk) -> test.approved(walk)),
                wait("the payment arrives", (test, walk) -> test.sendPayment(test.approved(walk))),
                wait("the amount is stated", (test, walk) -> test.amountAskedFor(walk)),
                wait(
                        "the amount is compared",
                        (test, walk) -> test.enterprises.state(test.amountAskedFor(walk), "0.37")));
    }

    private static Named<BiConsumer<EnterpriseVerificationTest, Walk>> wait(
            String name, BiConsumer<EnterpriseVerificationTest, Walk> way) {
        return Named.of(name, way);
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(BiConsumer<EnterpriseVerificationTest, Walk> way) {
        Walk walk = enterprises.upgrade();
        way.accept(this, walk);

        walk.withdraw();

        assertThat(walk.enterprise())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .hasNotPassed("Verified")
                .isEnded();
        assertThat(reviewers.hasTask(walk)).isFalse();
        assertEnded(walk, OutcomeCode.WITHDRAWN);
        assertThat(cases.binding(walk.applicant())).isPresent();
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, walk::withdraw);
    }

    // The trail

    @Test
    void trailTellsOfItAndFindsWhatWasDoneBehindItsBack() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk walk = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        stateAndCheck(walk, WRONG);
        stateAndCheck(walk, enterprises.received(company));

        assertThat(trail.of(walk.id()))
                .extracting(AuditEntry::event)
                .containsSubsequence(
                        AuditEvent.APPLICATION_REGISTERED,
                        AuditEvent.LICENCE_CHECKED,
                        AuditEvent.REVIEW_VOTED,
                        AuditEvent.PAYMENT_SENT,
                        AuditEvent.PAYMENT_SETTLED,
                        AuditEvent.AMOUNT_STATED,
                        AuditEvent.AMOUNT_STATED,
                        AuditEvent.ENTERPRISE_VERIFIED,
                        AuditEvent.APPLICATION_ENDED);
        assertThat(audit.of(walk.id())).isEmpty();
        for (String tampering : List.of(
                "update verified_enterprise set site = 'JD_FINANCE' where application = ?",
                "update verified_enterprise set licence_type = 'GENERAL' where application = ?",
                "delete from verified_enterprise where application = ?")) {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                walk.sql(tampering);
                assertThat(audit.of(walk.id()))
                        .as(tampering)
                        .extracting(TrailFinding::kind)
                        .containsExactly(TrailFinding.Kind.ENTERPRISE);
            });
        }
    }

    // What stays in the engine

    @Test
    void engineKnowsNoEnterprise() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        Walk walk = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        String amount = enterprises.received(company);
        stateAndCheck(walk, amount);

        assertThat(EngineTables.mentions(
                        walks.jdbc(),
                        holder.name() + "\"",
                        holder.residentId(),
                        holder.account(),
                        company.name(),
                        company.licenceNumber(),
                        company.legalPerson().residentId(),
                        company.corporateAccount(),
                        company.contactMobile(),
                        Company.EMAIL,
                        "福州五四支行"))
                .isEmpty();
    }

    // Ways that many tests go

    private Walk checkLicence(Walk walk) {
        return walk.run("CheckLicence").run("CheckLicence");
    }

    private Walk approved(Walk walk) {
        return reviewers.approve(checkLicence(walk), EMMA);
    }

    private Walk sendPayment(Walk walk) {
        return walk.run("SendPayment").run("SendPayment");
    }

    private Walk amountAskedFor(Walk walk) {
        return sendPayment(approved(walk)).run("LookUpPayment");
    }

    private Walk stateAndCheck(Walk walk, String amount) {
        return enterprises.state(walk, amount).run("CheckAmount");
    }

    private Walk pass(Walk walk, Company company) {
        return stateAndCheck(amountAskedFor(walk), enterprises.received(company));
    }

    private void verifiedEnterprise(Applicant holder) {
        Company company = enterprises.of(holder);
        assertEnded(pass(enterprises.apply(holder, company.application(), ALL), company), OutcomeCode.VERIFIED);
    }

    private Map<String, Object> stored() {
        return walks.jdbc().sql("""
                        select (select count(*) from application) as applications,
                               (select count(*) from enterprise) as enterprises,
                               (select count(*) from evidence) as evidence,
                               (select count(*) from act_ru_execution) as executions,
                               (select count(*) from act_ru_variable) as variables,
                               (select count(*) from act_hi_procinst) as history
                        """).query().singleRow();
    }

    private static void assertInProgress(Walk walk) {
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(walk.application().action()).isNull();
    }

    private void assertAmountAskedFor(Walk walk, @Nullable ActionReason reason, int triesLeft) {
        assertThat(walk.enterprise()).isWaitingAt("WaitForAmount");
        Action action = walk.application().action();
        assertThat(action).isNotNull();
        assertThat(action.type()).isEqualTo(ActionType.CONFIRM_AMOUNT);
        assertThat(action.reason()).isEqualTo(reason);
        assertThat(action.expiresAt()).isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(5, ChronoUnit.SECONDS));
        assertThat(stated.triesLeft(walk.id())).hasValue(triesLeft);
    }

    private static void assertEvidenceAskedFor(Walk walk, ActionReason reason) {
        assertThat(walk.enterprise()).isWaitingAt("WaitForEvidence");
        Action action = walk.application().action();
        assertThat(action).isNotNull();
        assertThat(action.type()).isEqualTo(ActionType.ADD_EVIDENCE);
        assertThat(action.reason()).isEqualTo(reason);
    }

    private static void assertFrozenForADay(Outcome outcome) {
        assertThat(outcome.availableFrom())
                .isCloseTo(Instant.now().plus(Duration.ofHours(24)), within(30, ChronoUnit.SECONDS));
    }

    private static void assertEnded(Walk walk, OutcomeCode code) {
        assertEnded(walk, code, null);
    }

    private static void assertEnded(Walk walk, OutcomeCode code, @Nullable OutcomeReason reason) {
        assertThat(walk.enterprise()).isEnded();
        assertThat(walk.outcome().code()).isEqualTo(code);
        assertThat(walk.outcome().reason()).isEqualTo(reason);
        assertThat(walk.application().status()).isEqualTo(code.status());
        assertThat(walk.application().action()).isNull();
    }

    private static void assertDueIn(Job job, Duration delay) {
        assertThat(job.getDuedate().toInstant()).isCloseTo(Instant.now().plus(delay), within(5, ChronoUnit.SECONDS));
    }
}
