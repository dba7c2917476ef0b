package io.realname.desk.process;

import static io.realname.process.Reviewers.ANNA;
import static io.realname.process.Reviewers.APPEAL_REVIEW;
import static io.realname.process.Reviewers.BEN;
import static io.realname.process.Reviewers.SENIOR;
import static io.realname.process.Reviewers.SENIOR_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.app.Applicant;
import io.realname.appeal.AppealReason;
import io.realname.evidence.EvidenceKind;
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
import io.realname.review.Ballot;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewReason;
import io.realname.review.ReviewStep;
import io.realname.review.Vote;
import io.realname.review.Votes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code review-by-people.bpmn}, on appeals; the whole class together takes each node and flow of it. */
@ProcessTest
class ReviewByPeopleTest {

    private static final String SENIOR_TWO = "reviewseniortwo";
    private static final String NOTE = "the picture was edited";
    private static final String ANSWER = "please send the other side";

    @Autowired
    private Walks walks;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private Votes votes;

    @BeforeAll
    static void nothingIsReached(@Autowired PathCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyNodeAndFlowIsReached(@Autowired PathCoverage coverage) {
        assertThat(coverage.missing(ReviewByPeople.KEY)).isEmpty();
    }

    @BeforeEach
    void refresh() {
        walks.refresh();
        reviewers.comeToWork();
    }

    // One decides

    @Test
    void yesOfOneIsEnoughWhereNobodyElseIsWanted() {
        Walk walk = cases.neverVerified(cases.holder());
        Task task = reviewers.task(walk);
        assertThat(task.getTaskDefinitionKey()).isEqualTo("FirstReview");
        assertThat(task.getAssignee()).isNull();
        assertThat(task.getPriority()).isEqualTo(50);
        assertThat(task.getDueDate().toInstant()).isBetween(inDays(2, -60), inDays(2, 60));
        assertThat(reviewers.offeredTo(walk)).containsExactly(APPEAL_REVIEW);

        reviewers.approve(walk, ANNA);

        assertThat(walk.review())
                .hasPassedInOrder("ReviewWanted", "FirstReview", "ApprovedByOne")
                .hasNotPassed("SecondReview", "NotApproved", "DecidedByTwo")
                .isEnded();
        assertThat(ballots(walk)).containsExactly(new Ballot(ReviewDecision.APPROVE, null, null, null));
    }

    @Test
    void formOfTasklistVotesAsWell() {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        reviewers.submitForm(
                walk,
                ANNA,
                Map.of("decision", "REJECT", "reason", "DOCUMENT_UNREADABLE", "note", NOTE, "answer", " " + ANSWER));

        assertThat(walk.review()).hasPassedInOrder("FirstReview", "NotApproved").isEnded();
        assertThat(ballots(walk))
                .containsExactly(new Ballot(ReviewDecision.REJECT, ReviewReason.DOCUMENT_UNREADABLE, NOTE, ANSWER));
        assertThat(votes.of(walk.id()).get(0).reviewer()).isEqualTo(ANNA);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReviewReason.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"LICENCE_NOT_VALID", "LICENCE_DATA_DIFFER", "POWER_OF_ATTORNEY_NOT_VALID"})
    void everyReasonRejects(ReviewReason reason) {
        Walk walk = reviewers.reject(cases.neverVerified(cases.holder()), ANNA, reason.name());

        assertThat(walk.review()).hasPassed("NotApproved").isEnded();
        assertThat(ballots(walk)).extracting(Ballot::reason).containsExactly(reason);
    }

    @Test
    void noOfTheFirstIsEnough() {
        Walk walk = reviewers.reject(cases.notMyOperation(cases.holder()), ANNA, "OTHER");

        assertThat(walk.review())
                .hasPassedInOrder("FirstReview", "NotApproved")
                .hasNotPassed("SecondReview")
                .isEnded();
    }

    // Two decide

    @Test
    void yesOfTwoIsWantedFromTwoPeople() {
        Walk walk = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);
        assertThat(walk.review()).isWaitingAt("SecondReview");
        assertThat(reviewers.task(walk).getAssignee()).isNull();
        assertThat(reviewers.offeredTo(walk)).containsExactly(APPEAL_REVIEW);

        reviewers.approve(walk, BEN);

        assertThat(walk.review())
                .hasPassedInOrder("FirstReview", "SecondReview", "DecidedByTwo")
                .isEnded();
        assertThat(votes.of(walk.id()))
                .extracting(Vote::reviewer, Vote::step, Vote::round)
                .containsExactly(tuple(ANNA, ReviewStep.FIRST, 1), tuple(BEN, ReviewStep.SECOND, 1));
    }

    @Test
    void noOfTheSecondCounts() {
        Walk walk = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);

        reviewers.reject(walk, BEN, "PERSON_NOT_THE_SAME");

        assertThat(walk.review()).hasPassed("DecidedByTwo").isEnded();
        assertThat(walk.outcome().reason()).hasToString("PERSON_NOT_THE_SAME");
    }

    @Test
    void whoVotedFirstIsRefusedAtTheClaimOfTheSecond() {
        Walk walk = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);

        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(walk, ANNA));

        assertThat(reviewers.task(walk).getAssignee()).isNull();
    }

    /** However they came to hold it. */
    @Test
    void whoVotedFirstIsRefusedAtTheCompletionOfTheSecond() {
        Walk walk = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);
        holds(walk, ANNA);

        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.complete(walk, ANNA, Map.of("decision", "APPROVE")));

        assertThat(walk.review()).isWaitingAt("SecondReview");
        assertThat(votes.of(walk.id())).hasSize(1);
        assertThat(cases.binding(walk.applicant())).isEmpty();
    }

    /** A decision of the first that is still known is none of the second. */
    @Test
    void secondWithoutADecisionIsAskedForOne() {
        Walk walk = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);
        reviewers.claim(walk, BEN);

        Refused.invalid("/decision", "DECISION_REQUIRED", () -> reviewers.complete(walk, BEN, Map.of()));

        assertThat(walk.review()).isWaitingAt("SecondReview");
    }

    // More evidence

    @Test
    void whoAskedGetsItBack() {
        Walk walk = reviewers.ask(cases.neverVerified(cases.holder()), BEN, ANSWER);
        assertThat(walk.review()).hasPassed("NotApproved").isEnded();

        cases.addEvidence(walk, EvidenceKind.OTHER);

        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(BEN);
        reviewers.complete(walk, BEN, Map.of("decision", "APPROVE"));
        assertThat(votes.of(walk.id()))
                .extracting(Vote::round, vote -> vote.ballot().decision())
                .containsExactly(tuple(1, ReviewDecision.ASK), tuple(2, ReviewDecision.APPROVE));
    }

    @Test
    void secondWhoAskedGetsItBackAsTheFirst() {
        Walk walk = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);
        reviewers.ask(walk, BEN, ANSWER);

        cases.addEvidence(walk, EvidenceKind.OTHER);

        assertThat(walk.review()).isWaitingAt("FirstReview");
        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(BEN);
        reviewers.complete(walk, BEN, Map.of("decision", "APPROVE"));
        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(walk, BEN));
        reviewers.approve(walk, ANNA);
        assertThat(walk.review()).hasPassed("DecidedByTwo").isEnded();
    }

    /** The first review is offered to another group than the second; the one of the second who asked is let in. */
    @Test
    void secondOfAnotherGroupWhoAskedGetsItBackAndIsNotTheSecondToo() {
        reviewers.engage(SENIOR_TWO, SENIOR_REVIEW);
        Walk walk = reviewers.approve(boundForAYear(), ANNA);
        reviewers.ask(walk, SENIOR, ANSWER);

        cases.addEvidence(walk, EvidenceKind.OTHER);

        assertThat(walk.review()).isWaitingAt("FirstReview");
        assertThat(reviewers.offeredTo(walk)).containsExactly(APPEAL_REVIEW, SENIOR_REVIEW);
        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(SENIOR);
        reviewers.complete(walk, SENIOR, Map.of("decision", "APPROVE"));
        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(walk, SENIOR));
        reviewers.approve(walk, SENIOR_TWO);
        assertThat(walk.review()).hasPassed("DecidedByTwo").isEnded();
        reviewers.dismiss(SENIOR_TWO);
    }

    @Test
    void seniorWhoAskedAfterTheEscalationGetsItBack() {
        Walk walk = cases.neverVerified(cases.holder()).run("EscalationDue");
        reviewers.ask(walk, SENIOR, ANSWER);

        cases.addEvidence(walk, EvidenceKind.OTHER);

        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(SENIOR);
        reviewers.complete(walk, SENIOR, Map.of("decision", "APPROVE"));
        assertThat(walk.review()).hasPassed("ApprovedByOne").isEnded();
    }

    @Test
    void otherGroupIsNotLetInForSomebodyWhoLeftIt() {
        reviewers.engage(SENIOR_TWO, SENIOR_REVIEW);
        Walk walk = reviewers.approve(boundForAYear(), ANNA);
        reviewers.ask(walk, SENIOR_TWO, ANSWER);
        reviewers.leave(SENIOR_TWO, SENIOR_REVIEW);

        cases.addEvidence(walk, EvidenceKind.OTHER);

        assertThat(reviewers.task(walk).getAssignee()).isNull();
        assertThat(reviewers.offeredTo(walk)).containsExactly(APPEAL_REVIEW);
        reviewers.dismiss(SENIOR_TWO);
    }

    @Test
    void nobodyGetsBackWhatSomebodyAskedWhoIsNoLongerThere() {
        reviewers.engage("reviewleaving", APPEAL_REVIEW);
        Walk walk = reviewers.ask(cases.neverVerified(cases.holder()), "reviewleaving", ANSWER);
        reviewers.dismiss("reviewleaving");

        cases.addEvidence(walk, EvidenceKind.OTHER);

        assertThat(reviewers.task(walk).getAssignee()).isNull();
        reviewers.approve(walk, ANNA);
        assertThat(walk.review()).hasPassed("ApprovedByOne").isEnded();
    }

    @Test
    void nobodyGetsBackWhatSomebodyAskedWhoLeftTheGroup() {
        reviewers.engage("reviewmoving", APPEAL_REVIEW);
        Walk walk = reviewers.ask(cases.neverVerified(cases.holder()), "reviewmoving", ANSWER);
        reviewers.leave("reviewmoving", APPEAL_REVIEW);

        cases.addEvidence(walk, EvidenceKind.OTHER);

        assertThat(reviewers.task(walk).getAssignee()).isNull();
        reviewers.dismiss("reviewmoving");
    }

    /** The applicant must not be refused for it. */
    @Test
    void nobodyGetsBackWhatSomebodyAskedWhoIsAPartyByNow() {
        Applicant holder = cases.holder();
        reviewers.engage("reviewparty", APPEAL_REVIEW);
        Walk walk = reviewers.ask(cases.neverVerified(holder), "reviewparty", ANSWER);
        cases.isHeldBy(holder, "reviewparty");

        cases.addEvidence(walk, EvidenceKind.OTHER);

        assertThat(reviewers.task(walk).getAssignee()).isNull();
        reviewers.dismiss("reviewparty");
    }

    // Who may not

    @Test
    void holderOfTheAccountOnTheStaffIsAParty() {
        Applicant holder = cases.holder();
        cases.isHeldBy(holder, ANNA);

        assertIsParty(cases.neverVerified(holder), ANNA);
    }

    @Test
    void applicantOnTheStaffIsAParty() {
        Applicant holder = cases.holder();
        Walk walk = cases.notMyOperation(holder);
        cases.isHeldBy(walk.applicant(), ANNA);

        assertIsParty(walk, ANNA);
    }

    @Test
    void whoHeldTheIdentityBeforeIsAParty() {
        Applicant former = cases.holder();
        cases.isHeldBy(former, ANNA);
        cases.release(former);
        Walk anew = walks.apply(former.withAccount(former.account() + "_new"), Cases.HOME)
                .confirmMobile()
                .checkCard();

        assertIsParty(cases.neverVerified(anew.applicant()), ANNA);
    }

    @Test
    void loginThatIsTheAccountsNameIsAParty() {
        Applicant person = walks.somebody();
        Applicant holder = cases.holder(person.withAccount("holder" + person.mobile()));
        Applicant applicant = person.withAccount("applicant" + person.mobile())
                .withMobile(walks.somebody().mobile());
        Walk walk =
                cases.appeal(AppealForm.of(applicant, AppealReason.NEVER_VERIFIED), Cases.ELSEWHERE, Cases.DOCUMENT);
        for (String login : List.of(holder.account(), applicant.account())) {
            reviewers.engage(login, APPEAL_REVIEW);

            assertIsParty(walk, login);

            reviewers.dismiss(login);
        }
    }

    @Test
    void clientThatFiledItIsAParty() {
        reviewers.engage(Walks.CLIENT, APPEAL_REVIEW);

        assertIsParty(cases.neverVerified(cases.holder()), Walks.CLIENT);

        reviewers.dismiss(Walks.CLIENT);
    }

    @Test
    void whoBecameAPartyAfterTheClaimIsRefusedAtTheCompletion() {
        Applicant holder = cases.holder();
        Walk walk = reviewers.claim(cases.neverVerified(holder), ANNA);
        cases.isHeldBy(holder, ANNA);

        Refused.with(
                RefusalCode.REVIEWER_IS_PARTY, () -> reviewers.complete(walk, ANNA, Map.of("decision", "APPROVE")));

        assertNothingHappened(walk);
    }

    @Test
    void whoLeftTheGroupAfterTheClaimIsRefusedAtTheCompletion() {
        reviewers.engage("reviewmoved", APPEAL_REVIEW);
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), "reviewmoved");
        reviewers.leave("reviewmoved", APPEAL_REVIEW);
        reviewers.join("reviewmoved", SENIOR_REVIEW);

        Refused.with(
                RefusalCode.REVIEWER_NOT_IN_GROUP,
                () -> reviewers.complete(walk, "reviewmoved", Map.of("decision", "APPROVE")));

        assertNothingHappened(walk);
        reviewers.dismiss("reviewmoved");
    }

    /** As an administrator may do it: to whoever has the grant, of whatever group. */
    @Test
    void nobodyIsAssignedATaskOfAnotherGroup() {
        Walk walk = cases.neverVerified(cases.holder());
        String task = reviewers.task(walk).getId();

        Refused.with(
                RefusalCode.REVIEWER_NOT_IN_GROUP,
                () -> walks.engine().getTaskService().setAssignee(task, SENIOR));

        assertThat(reviewers.task(walk).getAssignee()).isNull();
    }

    @Test
    void whoIsAPartyToAnotherAppealMayReview() {
        Applicant own = cases.holder();
        cases.isHeldBy(own, ANNA);

        Walk walk = reviewers.approve(cases.neverVerified(cases.holder()), ANNA);

        assertThat(walk.review()).isEnded();
    }

    @Test
    void otherGroupsNeitherClaimNorComplete() {
        Walk walk = cases.neverVerified(cases.holder());

        assertThatThrownBy(() -> reviewers.claim(walk, SENIOR)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> reviewers.complete(walk, SENIOR, Map.of("decision", "APPROVE")))
                .isInstanceOf(AuthorizationException.class);

        assertNothingHappened(walk);
    }

    // Votes that are none

    @Test
    void whoHasNotClaimedDoesNotVote() {
        Walk walk = cases.neverVerified(cases.holder());

        Refused.with(RefusalCode.TASK_NOT_CLAIMED, () -> reviewers.complete(walk, ANNA, Map.of("decision", "APPROVE")));

        assertNothingHappened(walk);
    }

    @Test
    void whatAnotherHasClaimedIsNotOnesOwn() {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        assertThatThrownBy(() -> reviewers.claim(walk, BEN)).isInstanceOf(RuntimeException.class);
        Refused.with(RefusalCode.TASK_NOT_CLAIMED, () -> reviewers.complete(walk, BEN, Map.of("decision", "APPROVE")));

        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(ANNA);
        assertNothingHappened(walk);
    }

    /** Nobody is logged in where the engine, or an administrator's script, completes by itself. */
    @Test
    void nobodyDoesNotVote() {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        String task = reviewers.task(walk).getId();

        Refused.with(
                RefusalCode.TASK_NOT_CLAIMED,
                () -> walks.engine().getTaskService().complete(task));

        assertNothingHappened(walk);
    }

    @Test
    void whatWasHandedBackIsAnybodys() {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        reviewers.unclaim(walk, ANNA);

        reviewers.approve(walk, BEN);
        assertThat(votes.of(walk.id())).extracting(Vote::reviewer).containsExactly(BEN);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                Arguments.of(Map.of(), "/decision", "DECISION_REQUIRED"),
                Arguments.of(Map.of("decision", " "), "/decision", "DECISION_REQUIRED"),
                Arguments.of(Map.of("reason", "OTHER"), "/decision", "DECISION_REQUIRED"),
                Arguments.of(Map.of("decision", "PERHAPS"), "/decision", "UNKNOWN_DECISION"),
                Arguments.of(Map.of("decision", "REJECT"), "/reason", "REASON_REQUIRED"),
                Arguments.of(Map.of("decision", "REJECT", "reason", "MOOD"), "/reason", "UNKNOWN_REASON"),
                Arguments.of(
                        Map.of("decision", "APPROVE", "reason", "OTHER"), "/reason", "REASON_CONTRADICTS_DECISION"),
                Arguments.of(
                        Map.of("decision", "ASK", "reason", "OTHER", "answer", ANSWER),
                        "/reason",
                        "REASON_CONTRADICTS_DECISION"),
                Arguments.of(Map.of("decision", "ASK"), "/answer", "ANSWER_REQUIRED"),
                Arguments.of(Map.of("decision", "ASK", "answer", "  "), "/answer", "ANSWER_REQUIRED"),
                Arguments.of(Map.of("decision", "APPROVE", "note", "n".repeat(2001)), "/note", "INVALID_LENGTH"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void ballotThatContradictsItselfIsNone(Map<String, String> ballot, String pointer, String code) {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        Refused.invalid(pointer, code, () -> reviewers.complete(walk, ANNA, ballot));

        assertNothingHappened(walk);
        reviewers.complete(walk, ANNA, Map.of("decision", "APPROVE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "reason", "note", "answer"})
    void whatWouldBeStoredInPlainIsRefused(String name) {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        VariableMap variables = Variables.createVariables()
                .putValueTyped("decision", Variables.stringValue("REJECT", true))
                .putValueTyped("reason", Variables.stringValue("OTHER", true));
        variables.putValueTyped(name, Variables.stringValue(name.equals("reason") ? "OTHER" : "REJECT"));

        Refused.invalid(
                "/" + name,
                "NOT_TRANSIENT",
                () -> reviewers.completeWith(walk, ANNA, reviewers.task(walk).getId(), variables));

        assertNothingHappened(walk);
    }

    @Test
    void whatTheFormDoesNotAskForIsRefused() {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        Refused.invalid(
                "",
                "UNKNOWN_FIELD",
                () -> reviewers.complete(walk, ANNA, Map.of("decision", "APPROVE", "secondReviewGroup", "none")));

        assertNothingHappened(walk);
    }

    @Test
    void whoCompletesTwiceAtOnceVotesOnce() {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        String task = reviewers.task(walk).getId();

        List<Throwable> failures = AtOnce.failures(
                () -> reviewers.completeTask(walk, ANNA, task, Map.of("decision", "APPROVE")),
                () -> reviewers.completeTask(walk, ANNA, task, Map.of("decision", "REJECT", "reason", "OTHER")));

        assertOneWon(walk, failures);
    }

    /** Two people on one task, as after a claim that was taken away at the wrong moment. */
    @Test
    void twoWhoCompleteAtOnceAreOneVote() {
        Walk walk = cases.neverVerified(cases.holder());
        String task = reviewers.task(walk).getId();

        List<Throwable> failures =
                AtOnce.failures(() -> claimAndApprove(walk, ANNA, task), () -> claimAndApprove(walk, BEN, task));

        assertOneWon(walk, failures);
    }

    private void claimAndApprove(Walk walk, String login, String task) {
        reviewers.claim(walk, login);
        reviewers.completeTask(walk, login, task, Map.of("decision", "APPROVE"));
    }

    private void assertOneWon(Walk walk, List<Throwable> failures) {
        assertThat(failures).hasSize(1);
        assertThat(votes.of(walk.id())).hasSize(1);
        assertThat(walk.review()).isEnded();
    }

    // Time passes

    @Test
    void afterADayItStandsAtTheTop() {
        Walk walk = cases.neverVerified(cases.holder());
        reviewers.claim(walk, ANNA);
        assertDue(walk, "ReminderDue", Duration.ofDays(1));

        walk.run("ReminderDue");

        assertThat(walk.review()).hasPassedInOrder("ReminderDue", "RemindReviewers", "Reminded");
        assertThat(walk.review()).isWaitingAt("FirstReview");
        assertThat(reviewers.task(walk).getPriority()).isEqualTo(80);
        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(ANNA);
    }

    /** A second review may begin after the first reminder: another one follows. */
    @Test
    void reminderAndEscalationComeAgain() {
        Walk walk = cases.notMyOperation(cases.holder()).run("ReminderDue").run("EscalationDue");
        reviewers.approve(walk, ANNA);
        assertThat(reviewers.task(walk).getPriority()).isLessThan(80);

        walk.run("ReminderDue");
        assertThat(reviewers.task(walk).getPriority()).isEqualTo(80);
        walk.run("EscalationDue");

        assertThat(reviewers.task(walk).getPriority()).isEqualTo(100);
        assertThat(reviewers.offeredTo(walk)).contains(SENIOR_REVIEW);
    }

    @Test
    void afterTwoDaysSeniorsMayTakeItOver() {
        Walk walk = cases.neverVerified(cases.holder());
        reviewers.claim(walk, ANNA);
        dayPasses(walk);
        assertDue(walk, "EscalationDue", Duration.ofDays(2));

        walk.run("ReminderDue").run("EscalationDue");

        assertThat(walk.review()).hasPassedInOrder("EscalationDue", "EscalateReview", "Escalated");
        assertThat(reviewers.task(walk).getPriority()).isEqualTo(100);
        assertThat(reviewers.task(walk).getAssignee()).isNull();
        assertThat(reviewers.offeredTo(walk)).containsExactly(APPEAL_REVIEW, SENIOR_REVIEW);
        Refused.with(RefusalCode.TASK_NOT_CLAIMED, () -> reviewers.complete(walk, ANNA, Map.of("decision", "APPROVE")));
        reviewers.approve(walk, SENIOR);
        assertThat(walk.review()).hasPassed("ApprovedByOne").isEnded();
    }

    /** The clock runs from the start of the review; the claim may be of this minute. */
    @Test
    void escalationLeavesAFreshClaim() {
        Walk walk = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        dayPasses(walk);
        reviewers.unclaim(walk, ANNA);
        reviewers.claim(walk, BEN);

        walk.run("EscalationDue");

        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(BEN);
        assertThat(reviewers.task(walk).getPriority()).isEqualTo(100);
        assertThat(reviewers.offeredTo(walk)).containsExactly(APPEAL_REVIEW, SENIOR_REVIEW);
        reviewers.complete(walk, BEN, Map.of("decision", "APPROVE"));
        assertThat(walk.review()).hasPassed("ApprovedByOne").isEnded();
    }

    @Test
    void escalationLeavesWhatASeniorHolds() {
        Walk walk = cases.neverVerified(cases.holder()).run("EscalationDue");
        reviewers.claim(walk, SENIOR);
        dayPasses(walk);

        walk.run("EscalationDue");

        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(SENIOR);
    }

    /** What is given back is held from then on. */
    @Test
    void escalationTakesWhatWasGivenBackADayAgo() {
        Walk walk = reviewers.ask(cases.neverVerified(cases.holder()), BEN, ANSWER);
        cases.addEvidence(walk, EvidenceKind.OTHER);
        walk.run("EscalationDue");
        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(BEN);
        dayPasses(walk);

        walk.run("EscalationDue");

        assertThat(reviewers.task(walk).getAssignee()).isNull();
    }

    /** The only senior has voted first, and the second review is the seniors'. */
    @Test
    void reviewThatItsGroupCannotDecideIsOfferedToTheOthers() {
        Walk walk = boundForAYear().run("EscalationDue");
        reviewers.approve(walk, SENIOR);
        assertThat(walk.review()).isWaitingAt("SecondReview");
        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);

        walk.run("EscalationDue");

        assertThat(reviewers.offeredTo(walk)).contains(APPEAL_REVIEW, SENIOR_REVIEW);
        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(walk, SENIOR));
        reviewers.approve(walk, ANNA);
        assertThat(walk.review()).hasPassed("DecidedByTwo").isEnded();
    }

    /** Whoever else is in a group comes back when the test is over. */
    @Test
    void reviewThatNobodyCanDecideIsAnIncidentUntilSomebodyIsEngaged() {
        Walk walk = boundForAYear().run("EscalationDue");
        reviewers.approve(walk, SENIOR);
        List<Map<String, Object>> others = walks.jdbc()
                .sql("delete from act_id_membership where user_id_ <> ? returning user_id_, group_id_")
                .param(SENIOR)
                .query()
                .listOfRows();
        try {
            walk.runInVain("EscalationDue");

            assertThat(walk.incidents())
                    .as("there, and at the call")
                    .containsExactlyInAnyOrder("EscalationDue", "ReviewAppeal");
        } finally {
            others.forEach(member -> walks.engine()
                    .getIdentityService()
                    .createMembership((String) member.get("user_id_"), (String) member.get("group_id_")));
        }
        retry(walk);
        assertThat(walk.incidents()).isEmpty();
        assertThat(reviewers.offeredTo(walk)).contains(APPEAL_REVIEW);
    }

    /** As an operator does it; the next escalation waits for its own time beside the one that failed. */
    private void retry(Walk walk) {
        ManagementService jobs = walks.engine().getManagementService();
        String failed = jobs.createJobQuery()
                .processInstanceId(walk.review().getId())
                .noRetriesLeft()
                .singleResult()
                .getId();
        jobs.setJobRetries(failed, 1);
        jobs.executeJob(failed);
    }

    @Test
    void reminderLeavesAnEscalatedTaskAtTheTop() {
        Walk walk = cases.neverVerified(cases.holder()).run("EscalationDue");

        walk.run("ReminderDue");

        assertThat(reviewers.task(walk).getPriority()).isEqualTo(100);
    }

    @Test
    void secondReviewIsRemindedAndEscalatedToo() {
        Walk walk = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);

        walk.run("ReminderDue").run("EscalationDue");

        assertThat(reviewers.task(walk).getTaskDefinitionKey()).isEqualTo("SecondReview");
        assertThat(reviewers.task(walk).getPriority()).isEqualTo(100);
        assertThat(reviewers.offeredTo(walk)).containsExactly(APPEAL_REVIEW, SENIOR_REVIEW);
        reviewers.approve(walk, SENIOR);
        assertThat(walk.review()).hasPassed("DecidedByTwo").isEnded();
    }

    /** What seniors review from the beginning is offered to them once. */
    @Test
    void seniorsAreOfferedATaskOnce() {
        Applicant holder = cases.holder();
        for (int n = 1; n <= 2; n++) {
            reviewers.reject(cases.neverVerified(holder), ANNA, "OTHER");
        }
        Walk walk = cases.neverVerified(holder);
        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);

        walk.run("EscalationDue");

        assertThat(reviewers.offeredTo(walk)).containsExactly(SENIOR_REVIEW);
    }

    @Test
    void decisionEndsReminderAndEscalation() {
        Walk walk = reviewers.reject(cases.neverVerified(cases.holder()), ANNA, "OTHER");

        assertThat(walks.jdbc()
                        .sql("select count(*) from act_ru_job where process_instance_id_ = ?")
                        .param(walk.review().getId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    // What stays in the engine

    @Test
    void engineKeepsNothingOfWhatReviewersWrite() {
        Walk walk = reviewers.claim(
                cases.appeal(
                        AppealForm.of(cases.rightful(cases.holder()), AppealReason.NOT_MY_OPERATION),
                        Cases.HOME,
                        Cases.everythingWithCertificate()),
                ANNA);
        reviewers.complete(
                walk, ANNA, Map.of("decision", "APPROVE", "note", NOTE + " by ANNA", "answer", ANSWER + " to ANNA"));
        reviewers.claim(walk, BEN);
        assertThat(catchThrowable(() ->
                        reviewers.complete(walk, BEN, Map.of("decision", "REJECT", "note", NOTE, "answer", ANSWER))))
                .isNotNull();
        reviewers.complete(
                walk,
                BEN,
                Map.of("decision", "REJECT", "reason", "OTHER", "note", NOTE + " by BEN", "answer", ANSWER + " BEN"));

        assertThat(ballots(walk)).extracting(Ballot::note).containsExactly(NOTE + " by ANNA", NOTE + " by BEN");
        assertThat(EngineTables.mentions(walks.jdbc(), NOTE, ANSWER, AppealForm.STATEMENT))
                .isEmpty();
        assertThat(EngineTables.mentions(walks.jdbc(), walk.id().toString())).isNotEmpty();
    }

    // What all of it is about

    private List<Ballot> ballots(Walk walk) {
        return votes.of(walk.id()).stream().map(Vote::ballot).toList();
    }

    /** A senior is wanted for the second review. */
    private Walk boundForAYear() {
        Applicant holder = cases.holder();
        assertThat(walks.jdbc()
                        .sql("update binding set verified_at = now() - interval '365 days' where account = ?")
                        .param(holder.account())
                        .update())
                .isEqualTo(1);
        return cases.neverVerified(holder);
    }

    /** Whoever holds the task has held it for a day longer. */
    private void dayPasses(Walk walk) {
        assertThat(walks.jdbc().sql("""
                        update act_hi_identitylink set timestamp_ = timestamp_ - interval '25 hours'
                        where task_id_ = ? and type_ = 'assignee'
                        """).param(reviewers.task(walk).getId()).update())
                .isPositive();
    }

    /** As nobody can make it through the engine. */
    private void holds(Walk walk, String login) {
        assertThat(walks.jdbc()
                        .sql("update act_ru_task set assignee_ = ? where id_ = ?")
                        .params(login, reviewers.task(walk).getId())
                        .update())
                .isEqualTo(1);
    }

    private void assertIsParty(Walk walk, String login) {
        Refused.with(RefusalCode.REVIEWER_IS_PARTY, () -> reviewers.claim(walk, login));
        assertThat(reviewers.task(walk).getAssignee()).isNull();
        holds(walk, login);
        Refused.with(
                RefusalCode.REVIEWER_IS_PARTY, () -> reviewers.complete(walk, login, Map.of("decision", "APPROVE")));
        assertNothingHappened(walk);
        walks.jdbc()
                .sql("update act_ru_task set assignee_ = null where id_ = ?")
                .param(reviewers.task(walk).getId())
                .update();
    }

    private void assertNothingHappened(Walk walk) {
        assertThat(walk.review()).isWaitingAt("FirstReview");
        assertThat(votes.of(walk.id())).isEmpty();
        assertThat(walks.jdbc()
                        .sql("select name_ from act_ru_variable where proc_inst_id_ = ?")
                        .param(walk.review().getId())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("reviewGroup", "reviewPriority", "reviewDue", "secondReviewGroup");
    }

    private static void assertDue(Walk walk, String timer, Duration delay) {
        assertThat(walk.jobAt(timer).getDuedate().toInstant())
                .isBetween(
                        Instant.now().plus(delay).minusSeconds(10),
                        Instant.now().plus(delay).plusSeconds(10));
    }

    private static Instant inDays(int days, int seconds) {
        return Instant.now().plus(Duration.ofDays(days)).plusSeconds(seconds);
    }
}
