package io.realname.enterprise.process;

import static io.realname.enterprise.process.EnterpriseCases.ALL;
import static io.realname.enterprise.process.EnterpriseCases.LEGAL_PERSON;
import static io.realname.enterprise.process.EnterpriseCases.WRONG;
import static io.realname.process.Cases.ELSEWHERE;
import static io.realname.process.Cases.HOME;
import static io.realname.process.ProcessRunAssertions.assertAskedFor;
import static io.realname.process.ProcessRunAssertions.assertDueIn;
import static io.realname.process.ProcessRunAssertions.assertEnded;
import static io.realname.process.ProcessRunAssertions.assertEvidenceAskedFor;
import static io.realname.process.ProcessRunAssertions.assertInProgress;
import static io.realname.process.Reviewers.EMMA;
import static io.realname.process.Reviewers.ENTERPRISE_REVIEW;
import static io.realname.process.Reviewers.SENIOR;
import static io.realname.process.Reviewers.SENIOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.realname.account.AccountKind;
import io.realname.app.Applicant;
import io.realname.app.AtOnce;
import io.realname.app.Company;
import io.realname.application.Action;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.Outcome;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.enterprise.PaymentFindings;
import io.realname.enterprise.StatedEnterprises;
import io.realname.enterprise.VerifiedEnterprise;
import io.realname.enterprise.VerifiedEnterprises;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.Binding;
import io.realname.payment.PaymentFinding;
import io.realname.people.TestEnterprises;
import io.realname.people.TestPeople;
import io.realname.process.Cases;
import io.realname.process.EngineTables;
import io.realname.process.EveryPathOf;
import io.realname.process.OperatorMustActException;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.ForgottenException;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every way through {@code enterprise-verification.bpmn}; the whole class together takes each node and flow of it. */
@EveryPathOf(EnterpriseVerification.KEY)
@ProcessTest
class EnterpriseVerificationTest {

    private static final String LICENCE_CHECK = "VerifyBizLicenseEnterprise4";
    private static final String TRANSFER = "company:transfer";
    private static final String COMPARE = "company:check";

    @Autowired
    private ProcessRuns runs;

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
    private PaymentFindings findings;

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

    // The usual way

    @Test
    void upgradeEndsThePersonalVerificationInTheMomentInWhichTheEnterprisePasses() {
        Applicant holder = cases.holder();
        Binding personal = cases.bindingOf(holder);
        Company company = enterprises.of(holder);
        ProcessRun run = enterprises.apply(holder, company.application(), ALL);
        assertInProgress(run);
        checkLicence(run);
        assertThat(run.enterprise()).isWaitingAt("ReviewEnterprise");
        assertThat(reviewers.offeredTo(run)).containsExactly(ENTERPRISE_REVIEW);
        reviewers.approve(run, EMMA);
        assertInProgress(run);
        sendPayment(run);
        run.execute("LookUpPayment");
        assertAmountAskedFor(run, null, 5);
        assertDueIn(run.jobAt("AmountDeadline"), Duration.ofDays(7));
        assertThat(cases.bindingOf(holder))
                .as("until the enterprise has passed")
                .isEqualTo(personal);
        assertThat(verified.isVerified(holder.account())).isFalse();

        run.stateAmount(enterprises.received(company));
        assertInProgress(run);
        run.execute("CheckAmount");

        assertThat(run.enterprise())
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
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(cases.binding(holder)).isEmpty();
        VerifiedEnterprise enterprise = verified.of(holder.account()).orElseThrow();
        assertThat(enterprise.licence().number()).isEqualTo(company.licenceNumber());
        assertThat(enterprise.name().value()).isEqualTo(company.name());
        assertThat(enterprise.site()).isEqualTo(HOME);
        assertThat(enterprise.application()).isEqualTo(run.id());
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

        ProcessRun run = enterprises.apply(holder, form, ALL);
        checkLicence(run);

        assertThat(sandbox.ledger().entries(LICENCE_CHECK)).hasSize(1);
        assertThat(run.enterprise()).hasPassed("CheckLicence").isWaitingAt("ReviewEnterprise");
        assertThat(stated.details(run.id()).licence().number()).isEqualTo(company.licenceNumber());
        reviewers.approve(run, EMMA);
        sendPayment(run);
        run.execute("LookUpPayment");
        run.stateAmount(enterprises.received(company));
        run.execute("CheckAmount");
        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(verified.of(holder.account()).orElseThrow().licence().number())
                .isEqualTo(company.licenceNumber());
        assertThat(trail.of(run.id()))
                .filteredOn(entry -> entry.event() == AuditEvent.NUMBER_CONFIRMED)
                .extracting(AuditEntry::facts)
                .containsExactly(Map.of("number", "LICENCE"));
        assertThat(audit.of(run.id())).isEmpty();
    }

    @Test
    void whatWasStatedIsForgottenAtTheEnd() {
        ProcessRun run = enterprises.upgrade();
        assertThat(stated.details(run.id())).isNotNull();

        run.withdraw();

        assertThatThrownBy(() -> stated.details(run.id())).isInstanceOf(ForgottenException.class);
        assertThat(runs.jdbc()
                        .sql("select person is null and mobile is null from application where id = ?")
                        .param(run.id())
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void personIsFreeForAnotherAccountOfTheSiteAfterwards() {
        Applicant holder = cases.holder();
        verifiedEnterprise(holder);

        ProcessRun again = runs.apply(holder.withAccount(holder.account() + "_again"), HOME)
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

        ProcessRun run = pass(enterprises.apply(another, same.application(), ALL), same);

        assertEnded(run, OutcomeCode.VERIFIED);
    }

    // Who may apply, and who acts

    @Test
    void accountThatIsAnEnterprisesAnywaySaysWhoActsForIt() {
        Applicant founder = enterprises.founder();
        Company company = enterprises.of(founder);
        Refused.invalid("/authorisedPerson", "REQUIRED", () -> enterprises.apply(founder, company.application(), ALL));

        ProcessRun run = pass(enterprises.apply(founder, company.actedForBy(founder), ALL), company);

        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(verified.isVerified(founder.account())).isTrue();
    }

    @Test
    void accountBehindWhichNobodyIsKnownIsVerifiedAsAPersonsFirst() {
        Applicant nobody = runs.somebody();
        runs.put(nobody.account(), HOME, AccountKind.PERSONAL, null);
        Map<String, Object> before = runs.stored();

        Refused.invalid(
                "/account",
                "PERSONAL_VERIFICATION_REQUIRED",
                () -> enterprises.apply(nobody, enterprises.of(nobody).actedForBy(nobody), ALL));
        Refused.invalid(
                "/account",
                "UNKNOWN_ACCOUNT",
                () -> enterprises.apply(nobody, Company.of("nobody_knows_it", 1).application(), ALL));

        assertThat(runs.stored()).isEqualTo(before);
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
        ProcessRun occupied = runs.apply(rightful, ELSEWHERE);
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

        ProcessRun run = enterprises.apply(rightful, company.following(occupied.id()), ALL);

        assertThat(runs.applications().stated(run.id()).person().document().number())
                .isEqualTo(rightful.residentId());
        assertEnded(pass(run, company), OutcomeCode.VERIFIED);
        assertThat(cases.binding(holder))
                .as("somebody else's, and none of its business")
                .isPresent();
    }

    @Test
    void applicationThatEndedBoundToAnotherAccountIsTakenUp() {
        Applicant holder = cases.holder();
        Applicant cloud = cases.associated(holder, ELSEWHERE);
        Applicant rightful = cases.rightful(holder).withMobile(holder.mobile());
        ProcessRun refused =
                runs.associate(rightful, ELSEWHERE, holder.account(), null).confirmMobile();
        assertThat(refused.outcome().code()).isEqualTo(OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT);
        Company company = enterprises.of(rightful);

        ProcessRun run = pass(enterprises.apply(rightful, company.following(refused.id()), ALL), company);

        assertEnded(run, OutcomeCode.VERIFIED);
        assertThat(cases.binding(cloud)).isPresent();
    }

    @Test
    void applicationThatEndedOtherwiseCannotBeFollowed() {
        Applicant holder = cases.holder();
        ProcessRun withdrawn = enterprises.upgrade().withdraw();

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
        Refused.with(RefusalCode.ACCOUNT_ALREADY_VERIFIED, () -> runs.apply(holder, HOME));
        Refused.with(
                RefusalCode.ACCOUNT_ALREADY_VERIFIED,
                () -> runs.associate(holder, HOME, cases.holder().account(), null));
    }

    @Test
    void accountHasOneApplicationAtATime() {
        ProcessRun run = enterprises.upgrade();
        Map<String, Object> before = runs.stored();

        Refused.with(
                RefusalCode.APPLICATION_IN_PROGRESS,
                () -> enterprises.apply(
                        run.applicant(), enterprises.of(run.applicant()).application(), ALL));

        assertThat(runs.stored()).isEqualTo(before);
    }

    @Test
    void eleventhApplicationOfTheAccountOnOneDayIsOneTooMany() {
        Applicant holder = cases.holder();
        for (int n = 1; n <= 9; n++) {
            enterprises.apply(holder, enterprises.of(holder).application()).withdraw();
        }

        ProcessRun run = enterprises.apply(holder, enterprises.of(holder).application(), ALL);

        assertThat(run.enterprise())
                .hasPassedInOrder("RegisterEnterprise", "LimitEnterprises", "TooManyApplications")
                .isEnded();
        assertEnded(run, OutcomeCode.TOO_MANY_ATTEMPTS);
    }

    // Evidence

    @Test
    void missingEvidenceIsAskedForUntilItIsThere() {
        Instant before = Instant.now();
        Applicant holder = cases.holder();
        ProcessRun run = enterprises.apply(holder, enterprises.of(holder).application());
        assertEvidenceAskedFor(run, run.enterprise(), ActionReason.EVIDENCE_MISSING, before);
        assertThat(required.missing(run.id())).containsExactlyInAnyOrder(ALL);

        cases.addEvidence(run, LEGAL_PERSON);
        assertEvidenceAskedFor(run, run.enterprise(), ActionReason.EVIDENCE_MISSING, before);
        assertThat(required.missing(run.id()))
                .containsExactlyInAnyOrder(
                        EvidenceKind.POWER_OF_ATTORNEY, EvidenceKind.DOCUMENT_FRONT, EvidenceKind.DOCUMENT_BACK);
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isZero();
        cases.addEvidence(run, EvidenceKind.POWER_OF_ATTORNEY, EvidenceKind.DOCUMENT_FRONT, EvidenceKind.DOCUMENT_BACK);

        assertThat(run.enterprise()).isWaitingAt("CheckLicence");
    }

    @Test
    void legalPersonWhoActsNeedsNoPowerOfAttorney() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder).withLegalPerson(holder);

        ProcessRun run = enterprises.apply(holder, company.application(), LEGAL_PERSON);

        assertEnded(pass(run, company), OutcomeCode.VERIFIED);
    }

    @Test
    void evidenceThatDoesNotComeInTimeEndsIt() {
        Applicant holder = cases.holder();
        ProcessRun run = enterprises.apply(holder, enterprises.of(holder).application());
        assertDueIn(run.jobAt("EvidenceDeadline"), Duration.ofDays(7));

        run.execute("EvidenceDeadline");

        assertEnded(run, OutcomeCode.EXPIRED);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> cases.addEvidence(run, EvidenceKind.LICENCE));
        assertThat(cases.binding(holder)).isPresent();
    }

    // The register

    @Test
    void licenceThatIsNotInForceEndsIt() {
        Applicant holder = cases.holder();
        ProcessRun run =
                enterprises.apply(holder, enterprises.knownAs(holder, "02").application(), ALL);

        checkLicence(run);

        assertThat(run.enterprise())
                .hasPassedInOrder("CheckLicence", "LicenceNotInForce")
                .hasNotPassed("ReviewEnterprise")
                .isEnded();
        assertEnded(run, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.LICENCE_NOT_IN_FORCE);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void whatTheRegisterSaysOtherwiseTakesTwoPeople() {
        Applicant holder = cases.holder();
        Company company = enterprises.knownAs(holder, "01");
        ProcessRun run = checkLicence(enterprises.apply(holder, company.application(), ALL));
        reviewers.approve(run, EMMA);
        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
        reviewers.approve(run, SENIOR);

        sendPayment(run).execute("LookUpPayment");

        assertAmountAskedFor(run, null, 5);
    }

    @Test
    void registrationNumberOfBeforeIsLeftToPeople() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder).withLicence("GENERAL", TestEnterprises.registrationNumber(700_001));

        ProcessRun run = enterprises.apply(holder, company.application(), ALL);

        assertThat(run.enterprise()).hasNotPassed("CheckLicence").isWaitingAt("ReviewEnterprise");
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

        ProcessRun run = enterprises.apply(
                holder,
                application,
                EvidenceKind.LICENCE,
                EvidenceKind.LEGAL_PERSON_FRONT,
                EvidenceKind.POWER_OF_ATTORNEY,
                EvidenceKind.DOCUMENT_FRONT,
                EvidenceKind.DOCUMENT_BACK);

        assertThat(run.enterprise()).hasNotPassed("CheckLicence").isWaitingAt("ReviewEnterprise");
    }

    @Test
    void registerWhoseAnswerGetsLostIsNotAskedAgain() {
        ProcessRun run = enterprises.upgrade();
        sandbox.script().failNext(LICENCE_CHECK, Fault.RESET);

        checkLicence(run);

        assertThat(run.enterprise()).isWaitingAt("ReviewEnterprise");
        reviewers.ask(run, EMMA, "请补充执照副本");
        cases.addEvidence(run, EvidenceKind.LICENCE);
        assertThat(run.enterprise()).isWaitingAt("ReviewEnterprise");
        assertThat(sandbox.calls().of(LICENCE_CHECK)).isEqualTo(1);
    }

    @Test
    void registerThatIsDownIsAskedAgainLater() {
        ProcessRun run = enterprises.upgrade();
        sandbox.script().statusNext(LICENCE_CHECK, 500);

        run.executeInVain("CheckLicence");
        assertThat(run.jobAt("CheckLicence").getRetries()).isPositive();
        checkLicence(run);

        assertThat(run.enterprise()).isWaitingAt("ReviewEnterprise");
    }

    @Test
    void registerThatRefusesUsIsAnIncidentAtOnce() {
        ProcessRun run = enterprises.upgrade();
        sandbox.script().errorNext(LICENCE_CHECK, "AuthFailure.SecretIdNotFound");

        run.executeInVain("CheckLicence");

        assertThat(run.incidents()).containsExactly("CheckLicence");
        run.retry("CheckLicence");
        assertThat(run.enterprise()).isWaitingAt("ReviewEnterprise");
    }

    // People

    @ParameterizedTest
    @EnumSource(
            value = ReviewReason.class,
            names = {
                "DOCUMENT_UNREADABLE",
                "DOCUMENT_EXPIRED",
                "WRONG_DOCUMENT_TYPE",
                "FORGERY_SUSPECTED",
                "PERSON_NOT_THE_SAME",
                "LICENCE_NOT_VALID",
                "LICENCE_DATA_DIFFER",
                "POWER_OF_ATTORNEY_NOT_VALID",
                "OTHER"
            })
    void noIsToldWithItsReason(ReviewReason reason) {
        ProcessRun run = reviewers.reject(checkLicence(enterprises.upgrade()), EMMA, reason.name());

        assertThat(run.enterprise())
                .hasPassedInOrder("ReviewEnterprise", "EnterpriseRejected")
                .hasNotPassed("SendPayment")
                .isEnded();
        assertEnded(run, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.valueOf(reason.name()));
        assertThat(cases.binding(run.applicant())).isPresent();
    }

    @Test
    void reasonOfAnAppealIsNoneOfAnEnterprises() {
        ProcessRun run = reviewers.claim(checkLicence(enterprises.upgrade()), EMMA);

        Refused.invalid(
                "/reason",
                "UNKNOWN_REASON",
                () -> reviewers.complete(run, EMMA, Map.of("decision", "REJECT", "reason", "OBJECTION_UPHELD")));

        assertThat(run.enterprise()).isWaitingAt("ReviewEnterprise");
    }

    @Test
    void reviewerAsksForMoreAndGetsItBack() {
        Instant before = Instant.now();
        ProcessRun run = checkLicence(enterprises.upgrade());

        reviewers.ask(run, EMMA, "请补充授权委托书");

        assertEvidenceAskedFor(run, run.enterprise(), ActionReason.REVIEWER_ASKS, before);
        cases.addEvidence(run, EvidenceKind.POWER_OF_ATTORNEY);
        assertThat(run.enterprise()).isWaitingAt("ReviewEnterprise");
        assertThat(reviewers.task(run).getAssignee()).isEqualTo(EMMA);
        assertThat(sandbox.calls().of(LICENCE_CHECK)).as("once").isEqualTo(1);
    }

    @Test
    void whoWasRejectedAgainAndAgainIsLookedAtBySeniors() {
        Applicant holder = cases.holder();
        for (int n = 1; n <= 2; n++) {
            ProcessRun run = checkLicence(
                    enterprises.apply(holder, enterprises.of(holder).application(), ALL));
            reviewers.reject(run, EMMA, "LICENCE_NOT_VALID");
        }

        ProcessRun run =
                checkLicence(enterprises.apply(holder, enterprises.of(holder).application(), ALL));

        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
    }

    // The payment

    @Test
    void accountThatTheBankRefusesEndsIt() {
        Applicant holder = cases.holder();
        Company company = enterprises.withAccountEnding(holder, "0001");
        ProcessRun run = approved(enterprises.apply(holder, company.application(), ALL));

        sendPayment(run);

        assertThat(run.enterprise()).hasNotPassed("LookUpPayment").isEnded();
        assertEnded(run, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.CORPORATE_ACCOUNT_REFUSED);
        assertThat(cases.binding(holder)).isPresent();
    }

    @Test
    void paymentThatTheBankSendsBackEndsIt() {
        Applicant holder = cases.holder();
        Company company = enterprises.withAccountEnding(holder, "0002");
        ProcessRun run = sendPayment(approved(enterprises.apply(holder, company.application(), ALL)));

        run.execute("LookUpPayment");

        assertThat(run.enterprise()).hasNotPassed("AskForAmount").isEnded();
        assertEnded(run, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.CORPORATE_ACCOUNT_REFUSED);
    }

    @Test
    void paymentOnItsWayIsLookedUpAgain() {
        Applicant holder = cases.holder();
        Company company = enterprises.withAccountEnding(holder, "0005");
        ProcessRun run = sendPayment(approved(enterprises.apply(holder, company.application(), ALL)));

        run.executeInVain("LookUpPayment").executeInVain("LookUpPayment");
        assertThat(run.incidents()).isEmpty();
        assertThat(run.jobAt("LookUpPayment").getRetries()).isPositive();
        assertInProgress(run);
        run.execute("LookUpPayment");

        assertAmountAskedFor(run, null, 5);
        assertThat(sandbox.ledger().entries(TRANSFER)).hasSize(1);
    }

    @Test
    void payerThatIsDownIsCalledAgainLater() {
        ProcessRun run = approved(enterprises.upgrade());
        sandbox.script().statusNext(TRANSFER, 500);

        run.executeInVain("SendPayment");
        assertThat(run.jobAt("SendPayment").getRetries()).isPositive();
        sendPayment(run);

        assertThat(run.enterprise()).isWaitingAt("LookUpPayment");
        assertThat(sandbox.ledger().entries(TRANSFER)).hasSize(1);
    }

    /** Money may have been sent: who sends it again is a person, who has looked it up and says so, and then retries. */
    @Test
    void paymentWhoseAnswerGetsLostIsSentAgainByAnOperatorOnly() {
        ProcessRun run = approved(enterprises.upgrade());
        sandbox.script().failNext(TRANSFER, Fault.RESET);

        run.executeInVain("SendPayment");

        assertThat(run.jobAt("SendPayment").getRetries()).isZero();
        assertThat(run.incidents()).containsExactly("SendPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);

        assertThatThrownBy(() -> run.retry("SendPayment")).isInstanceOf(OperatorMustActException.class);
        assertThat(run.incidents()).as("nobody has said that it did not arrive").containsExactly("SendPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);

        findings.state(run.id(), 1, new PaymentFinding.NotArrived(), "operator9550");
        assertThat(run.jobAt("SendPayment").getRetries())
                .as("nobody has retried")
                .isZero();
        assertThat(run.incidents()).containsExactly("SendPayment");

        run.retry("SendPayment").execute("LookUpPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(2);
        assertAmountAskedFor(run, null, 5);
        assertThat(trail.of(run.id()))
                .extracting(AuditEntry::event)
                .containsSubsequence(
                        AuditEvent.LOST_PAYMENT_FOUND, AuditEvent.PAYMENT_SENT, AuditEvent.PAYMENT_SETTLED);
        assertThatThrownBy(() -> findings.state(run.id(), 1, new PaymentFinding.NotArrived(), "operator9550"))
                .as("of the payment before")
                .isInstanceOf(RefusalException.class)
                .hasMessage("ACTION_NOT_EXPECTED");
    }

    @Test
    void paymentThatArrivedAlthoughItsAnswerGotLostIsNotSentAgain() {
        Applicant holder = cases.holder();
        Company company = enterprises.withAccountEnding(holder, "0003");
        ProcessRun run = approved(enterprises.apply(holder, company.application(), ALL));
        run.executeInVain("SendPayment");
        assertThat(run.incidents()).containsExactly("SendPayment");
        String order = sandbox.transfers().to(company.corporateAccount()).get(0).orderNumber();

        findings.state(run.id(), 1, new PaymentFinding.Arrived(order), "operator9550");

        assertThat(run.incidents()).isEmpty();
        sendPayment(run).execute("LookUpPayment");
        assertAmountAskedFor(run, null, 5);
        assertThat(sandbox.transfers().to(company.corporateAccount())).hasSize(1);
        stateAndCheck(run, enterprises.received(company));
        assertEnded(run, OutcomeCode.VERIFIED);
    }

    /** The node died after the call, before the incident: the job runs again by itself, and must not pay. */
    @Test
    void paymentThatWasUnderWayWhenTheNodeDiedIsNotSentAgain() {
        ProcessRun run = approved(enterprises.upgrade());
        runs.jdbc()
                .sql("update corporate_payment set state = 'SENT', sent_at = now() where application = ?")
                .param(run.id())
                .update();

        run.executeInVain("SendPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isZero();
        assertThat(run.incidents()).containsExactly("SendPayment");

        findings.state(run.id(), 1, new PaymentFinding.NotArrived(), "operator9550");
        run.retry("SendPayment");
        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
    }

    /** The same, when it died between noting the loss and the incident. */
    @Test
    void paymentThatWasNotedAsLostIsNotSentAgainWithoutAnOperator() {
        ProcessRun run = approved(enterprises.upgrade());
        runs.jdbc()
                .sql(
                        "update corporate_payment set state = 'LOST', incidents = 0, finding = 'NOT_ARRIVED' where application = ?")
                .param(run.id())
                .update();

        run.executeInVain("SendPayment");

        assertThat(sandbox.calls().of(TRANSFER)).isZero();
        assertThat(run.incidents()).containsExactly("SendPayment");
    }

    /** What an operator mended before the loss is no word about the loss. */
    @Test
    void earlierIncidentIsNoWordForAnotherPayment() {
        ProcessRun run = approved(enterprises.upgrade());
        sandbox.script().statusNext(TRANSFER, 403);
        run.executeInVain("SendPayment");
        assertThat(run.incidents()).containsExactly("SendPayment");
        runs.jdbc()
                .sql(
                        "update corporate_payment set state = 'LOST', incidents = 1, finding = 'NOT_ARRIVED' where application = ?")
                .param(run.id())
                .update();

        run.executeInVain("SendPayment");

        assertThat(sandbox.calls().of(TRANSFER)).isEqualTo(1);
    }

    // The amount

    @Test
    void wrongAmountMayBeCorrected() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        ProcessRun run = amountAskedFor(enterprises.apply(holder, company.application(), ALL));

        stateAndCheck(run, WRONG);
        assertAmountAskedFor(run, ActionReason.AMOUNT_WRONG, 4);
        stateAndCheck(run, WRONG);
        assertAmountAskedFor(run, ActionReason.AMOUNT_WRONG, 3);
        stateAndCheck(run, enterprises.received(company));

        assertEnded(run, OutcomeCode.VERIFIED);
    }

    @Test
    void fiveWrongAmountsFreezeTheAccountForADay() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        ProcessRun run = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        for (int n = 1; n <= 5; n++) {
            stateAndCheck(run, WRONG);
        }

        assertThat(run.enterprise())
                .hasPassedInOrder("LimitAmounts", "FreezeAccount", "AmountFailed")
                .hasNotPassed("VerifyEnterprise")
                .isEnded();
        assertEnded(run, OutcomeCode.AMOUNT_FAILED);
        assertFrozenForADay(run.outcome());
        assertThat(cases.binding(holder)).isPresent();

        ProcessRun tooEarly = enterprises.apply(holder, enterprises.of(holder).application(), ALL);
        assertThat(tooEarly.enterprise())
                .hasPassedInOrder("LimitEnterprises", "AccountFrozen")
                .hasNotPassed("CheckEvidence")
                .isEnded();
        assertEnded(tooEarly, OutcomeCode.AMOUNT_FAILED);
        assertFrozenForADay(tooEarly.outcome());

        run.sql("update enterprise set frozen_until = now() - interval '1 second' where application = ?");
        Company later = enterprises.of(holder);
        ProcessRun again = amountAskedFor(enterprises.apply(holder, later.application(), ALL));
        assertAmountAskedFor(again, null, 5);
    }

    /** With another application comes another amount, and another guess: they are counted together. */
    @Test
    void wrongAmountsAreCountedOverTheAccountsApplications() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        ProcessRun first = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        for (int n = 1; n <= 4; n++) {
            stateAndCheck(first, WRONG);
        }
        first.withdraw();
        Company another = enterprises.of(holder);

        ProcessRun second = amountAskedFor(enterprises.apply(holder, another.application(), ALL));
        assertAmountAskedFor(second, null, 1);
        stateAndCheck(second, WRONG);

        assertEnded(second, OutcomeCode.AMOUNT_FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.00", "10", "0.375", "-0.37", "abc", "0,37"})
    void whatIsNoAmountIsRefusedAndCostsNothing(String amount) {
        Applicant holder = cases.holder();
        ProcessRun run =
                amountAskedFor(enterprises.apply(holder, enterprises.of(holder).application(), ALL));

        Refused.invalid("/amount", "INVALID_AMOUNT", () -> run.stateAmount(amount));

        assertAmountAskedFor(run, null, 5);
    }

    @Test
    void payerThatCannotCompareCostsNoTry() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        ProcessRun run = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        run.stateAmount(enterprises.received(company));
        sandbox.script().statusNext(COMPARE, 500);

        run.executeInVain("CheckAmount");
        assertInProgress(run);
        run.execute("CheckAmount");

        assertEnded(run, OutcomeCode.VERIFIED);
    }

    @Test
    void amountThatIsNotStatedInTimeEndsIt() {
        ProcessRun run = amountAskedFor(enterprises.upgrade());

        run.execute("AmountDeadline");

        assertEnded(run, OutcomeCode.EXPIRED);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> run.stateAmount("0.37"));
        assertThat(cases.binding(run.applicant())).isPresent();
    }

    @Test
    void amountThatNobodyAskedForIsRefused() {
        ProcessRun run = enterprises.upgrade();

        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> run.stateAmount("0.37"));
    }

    @RepeatedTest(3)
    void amountThatIsStatedTwiceAtOnceIsTakenOnce() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        ProcessRun run = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        List<Throwable> failures = AtOnce.failures(() -> stateAlone(run, WRONG), () -> stateAlone(run, WRONG));

        assertThat(failures).hasSize(1);
        run.execute("CheckAmount");
        assertAmountAskedFor(run, ActionReason.AMOUNT_WRONG, 4);
    }

    private void stateAlone(ProcessRun run, String amount) {
        runs.asClient(door -> {
            runs.applications().findAlone(run.id(), ProcessRuns.CLIENT);
            door.submitAmount(run.id(), amount);
            return run.id();
        });
    }

    // What is true at the end

    @Test
    void personalVerificationThatWasReleasedMeanwhileEndsIt() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        ProcessRun run = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        cases.release(holder);

        stateAndCheck(run, enterprises.received(company));

        assertThat(run.enterprise())
                .hasPassedInOrder("VerifyEnterprise", "PersonalVerificationGone")
                .isEnded();
        assertEnded(run, OutcomeCode.ENTERPRISE_REJECTED, OutcomeReason.PERSONAL_VERIFICATION_GONE);
        assertThat(verified.isVerified(holder.account())).isFalse();
    }

    /** Who holds an identity that is not theirs does not keep it by being in the middle of an upgrade. */
    @Test
    void appealDoesNotWaitForAnUpgrade() {
        Applicant holder = cases.holder();
        ProcessRun upgrade = enterprises.apply(holder, enterprises.of(holder).application(), ALL);
        ProcessRun appeal = reviewers
                .approve(cases.neverVerified(holder), Reviewers.ANNA)
                .execute("NotifyHolder")
                .execute("ObjectionPeriodOver")
                .execute("ReleaseIdentity");

        assertThat(appeal.outcome().code()).isEqualTo(OutcomeCode.APPEAL_APPROVED);
        assertThat(upgrade.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
    }

    @Test
    void tokenThatWasMovedPastTheReviewersIsAnIncident() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        ProcessRun run = checkLicence(enterprises.apply(holder, company.application(), ALL));
        runs.engine()
                .getRuntimeService()
                .createProcessInstanceModification(run.enterprise().getId())
                .cancelAllForActivity("ReviewEnterprise")
                .startBeforeActivity("ReservePayment")
                .execute();
        sendPayment(run).execute("LookUpPayment");

        run.stateAmount(enterprises.received(company));
        run.executeInVain("CheckAmount");

        assertThat(run.incidents()).containsExactly("CheckAmount");
        assertThat(cases.binding(holder)).isPresent();
        assertThat(verified.isVerified(holder.account())).isFalse();
    }

    // The applicant withdraws

    static Stream<Named<BiConsumer<EnterpriseVerificationTest, ProcessRun>>> waits() {
        return Stream.of(
                wait("the register is asked", (test, run) -> {}),
                wait("people decide", (test, run) -> test.checkLicence(run)),
                wait("evidence is added", (test, run) -> test.reviewers.ask(test.checkLicence(run), EMMA, "more")),
                wait("the payment is sent", (test, run) -> test.approved(run)),
                wait("the payment arrives", (test, run) -> test.sendPayment(test.approved(run))),
                wait("the amount is stated", (test, run) -> test.amountAskedFor(run)),
                wait(
                        "the amount is compared",
                        (test, run) -> test.amountAskedFor(run).stateAmount("0.37")));
    }

    private static Named<BiConsumer<EnterpriseVerificationTest, ProcessRun>> wait(
            String name, BiConsumer<EnterpriseVerificationTest, ProcessRun> way) {
        return Named.of(name, way);
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(BiConsumer<EnterpriseVerificationTest, ProcessRun> way) {
        ProcessRun run = enterprises.upgrade();
        way.accept(this, run);

        run.withdraw();

        assertThat(run.enterprise())
                .hasPassedInOrder("ApplicationWithdrawn", "Withdrawn")
                .hasNotPassed("Verified")
                .isEnded();
        assertThat(reviewers.hasTask(run)).isFalse();
        assertEnded(run, OutcomeCode.WITHDRAWN);
        assertThat(cases.binding(run.applicant())).isPresent();
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, run::withdraw);
    }

    // The trail

    @Test
    void trailTellsOfItAndFindsWhatWasDoneBehindItsBack() {
        Applicant holder = cases.holder();
        Company company = enterprises.of(holder);
        ProcessRun run = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        stateAndCheck(run, WRONG);
        stateAndCheck(run, enterprises.received(company));

        assertThat(trail.of(run.id()))
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
        assertThat(audit.of(run.id())).isEmpty();
        for (String tampering : List.of(
                "update verified_enterprise set site = 'JD_FINANCE' where application = ?",
                "update verified_enterprise set licence_type = 'GENERAL' where application = ?",
                "delete from verified_enterprise where application = ?")) {
            transaction.executeWithoutResult(status -> {
                status.setRollbackOnly();
                run.sql(tampering);
                assertThat(audit.of(run.id()))
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
        ProcessRun run = amountAskedFor(enterprises.apply(holder, company.application(), ALL));
        String amount = enterprises.received(company);
        stateAndCheck(run, amount);

        assertThat(EngineTables.mentions(
                        runs.jdbc(),
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

    private ProcessRun checkLicence(ProcessRun run) {
        return run.execute("CheckLicence");
    }

    private ProcessRun approved(ProcessRun run) {
        return reviewers.approve(checkLicence(run), EMMA);
    }

    private ProcessRun sendPayment(ProcessRun run) {
        return run.execute("SendPayment");
    }

    private ProcessRun amountAskedFor(ProcessRun run) {
        return sendPayment(approved(run)).execute("LookUpPayment");
    }

    private ProcessRun stateAndCheck(ProcessRun run, String amount) {
        return run.stateAmount(amount).execute("CheckAmount");
    }

    private ProcessRun pass(ProcessRun run, Company company) {
        return stateAndCheck(amountAskedFor(run), enterprises.received(company));
    }

    private void verifiedEnterprise(Applicant holder) {
        Company company = enterprises.of(holder);
        assertEnded(pass(enterprises.apply(holder, company.application(), ALL), company), OutcomeCode.VERIFIED);
    }

    private void assertAmountAskedFor(ProcessRun run, @Nullable ActionReason reason, int triesLeft) {
        assertThat(run.enterprise()).isWaitingAt("WaitForAmount");
        Action action = assertAskedFor(run, ActionType.CONFIRM_AMOUNT);
        assertThat(action.reason()).isEqualTo(reason);
        assertThat(action.expiresAt()).isCloseTo(Instant.now().plus(Duration.ofDays(7)), within(5, ChronoUnit.SECONDS));
        assertThat(stated.triesLeft(run.id())).hasValue(triesLeft);
    }

    private static void assertFrozenForADay(Outcome outcome) {
        assertThat(outcome.availableFrom())
                .isCloseTo(Instant.now().plus(Duration.ofHours(24)), within(30, ChronoUnit.SECONDS));
    }
}
