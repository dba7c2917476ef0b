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
import io.realname.app.AtOnce;
import io.realname.appeal.AppealReason;
import io.realname.evidence.EvidenceKind;
import io.realname.process.AppealForm;
import io.realname.process.Cases;
import io.realname.process.EngineTables;
import io.realname.process.EveryPathOf;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.refusal.FieldError;
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
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code review-by-people.bpmn}, on appeals. Together, the tests take each node and flow. */
@EveryPathOf(ReviewByPeople.KEY)
@ProcessTest
class ReviewByPeopleTest {

    private static final String SENIOR_TWO = "reviewseniortwo";
    private static final String NOTE = "the picture was edited";
    private static final String ANSWER = "please send the other side";

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @Autowired
    private Votes votes;

    // One decides

    @Test
    void yesOfOneIsEnoughWhereNobodyElseIsWanted() {
        ProcessRun run = cases.neverVerified(cases.holder());
        Task task = reviewers.task(run);
        assertThat(task.getTaskDefinitionKey()).isEqualTo("FirstReview");
        assertThat(task.getAssignee()).isNull();
        assertThat(task.getPriority()).isEqualTo(50);
        assertThat(task.getDueDate().toInstant()).isBetween(inDays(2, -60), inDays(2, 60));
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW);

        reviewers.approve(run, ANNA);

        assertThat(run.review())
                .hasPassedInOrder("ReviewWanted", "FirstReview", "ApprovedByOne")
                .hasNotPassed("SecondReview", "NotApproved", "DecidedByTwo")
                .isEnded();
        assertThat(ballots(run)).containsExactly(new Ballot(ReviewDecision.APPROVE, null, null, null, Set.of()));
    }

    @Test
    void formOfTasklistVotesAsWell() {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        reviewers.submitForm(
                run,
                ANNA,
                Map.of("decision", "REJECT", "reason", "DOCUMENT_UNREADABLE", "note", NOTE, "answer", " " + ANSWER));

        assertThat(run.review()).hasPassedInOrder("FirstReview", "NotApproved").isEnded();
        assertThat(ballots(run))
                .containsExactly(
                        new Ballot(ReviewDecision.REJECT, ReviewReason.DOCUMENT_UNREADABLE, NOTE, ANSWER, Set.of()));
        assertThat(votes.of(run.id()).get(0).reviewer()).isEqualTo(ANNA);
    }

    /** For example, certificates belong to appeals for the other reason, and nobody has objected. */
    @ParameterizedTest
    @EnumSource(
            value = ReviewReason.class,
            names = {"CERTIFICATE_NOT_VALID", "OBJECTION_UPHELD", "UNDER_AGE", "LICENCE_NOT_VALID", "DOCUMENT_NOT_VALID"
            })
    void reasonThatDoesNotFitTheCaseIsRefused(ReviewReason reason) {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        Refused.invalid(
                "/reason",
                "UNKNOWN_REASON",
                () -> reviewers.complete(run, ANNA, Map.of("decision", "REJECT", "reason", reason.name())));

        assertNothingHappened(run);
    }

    @Test
    void certificateOfTheOtherReasonOfAppealsMayBeRejected() {
        ProcessRun run = reviewers.reject(cases.notMyOperation(cases.holder()), ANNA, "CERTIFICATE_NOT_VALID");

        assertThat(run.review()).hasPassed("NotApproved").isEnded();
        assertThat(ballots(run)).extracting(Ballot::reason).containsExactly(ReviewReason.CERTIFICATE_NOT_VALID);
    }

    @Test
    void noOfTheFirstIsEnough() {
        ProcessRun run = reviewers.reject(cases.notMyOperation(cases.holder()), ANNA, "OTHER");

        assertThat(run.review())
                .hasPassedInOrder("FirstReview", "NotApproved")
                .hasNotPassed("SecondReview")
                .isEnded();
    }

    // Two decide

    @Test
    void yesOfTwoIsWantedFromTwoPeople() {
        ProcessRun run = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);
        assertThat(run.review()).isWaitingAt("SecondReview");
        assertThat(reviewers.task(run).getAssignee()).isNull();
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW);

        reviewers.approve(run, BEN);

        assertThat(run.review())
                .hasPassedInOrder("FirstReview", "SecondReview", "DecidedByTwo")
                .isEnded();
        assertThat(votes.of(run.id()))
                .extracting(Vote::reviewer, Vote::step, Vote::round)
                .containsExactly(tuple(ANNA, ReviewStep.FIRST, 1), tuple(BEN, ReviewStep.SECOND, 1));
    }

    @Test
    void noOfTheSecondCounts() {
        ProcessRun run = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);

        reviewers.reject(run, BEN, "PERSON_NOT_THE_SAME");

        assertThat(run.review()).hasPassed("DecidedByTwo").isEnded();
        assertThat(run.outcome().reason()).hasToString("PERSON_NOT_THE_SAME");
    }

    @Test
    void whoVotedFirstIsRefusedAtTheClaimOfTheSecond() {
        ProcessRun run = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);

        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(run, ANNA));

        assertThat(reviewers.task(run).getAssignee()).isNull();
    }

    /** It does not matter how they came to hold the task. */
    @Test
    void whoVotedFirstIsRefusedAtTheCompletionOfTheSecond() {
        ProcessRun run = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);
        holds(run, ANNA);

        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.complete(run, ANNA, Map.of("decision", "APPROVE")));

        assertThat(run.review()).isWaitingAt("SecondReview");
        assertThat(votes.of(run.id())).hasSize(1);
        assertThat(cases.binding(run.applicant())).isEmpty();
    }

    /** The decision of the first reviewer does not count as that of the second one. */
    @Test
    void secondWithoutADecisionIsAskedForOne() {
        ProcessRun run = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);
        reviewers.claim(run, BEN);

        Refused.invalid("/decision", "DECISION_REQUIRED", () -> reviewers.complete(run, BEN, Map.of()));

        assertThat(run.review()).isWaitingAt("SecondReview");
    }

    // The quality sample

    /** The second person cannot tell that somebody has approved: the task has the name of any first review. */
    @Test
    void caseOfTheSampleIsDecidedByASecondPersonToo() {
        ProcessRun run = sampled(cases.neverVerified(cases.holder()));
        String first = reviewers.task(run).getName();
        reviewers.approve(run, ANNA);

        assertThat(run.review()).isWaitingAt("SampleReview");
        assertThat(reviewers.task(run).getName()).isEqualTo(first);
        assertThat(reviewers.task(run).getAssignee()).isNull();
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW);
        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(run, ANNA));

        reviewers.approve(run, BEN);

        assertThat(run.review())
                .hasPassedInOrder("FirstReview", "DrawSample", "SampleReview", "SampleDecided")
                .hasNotPassed("ApprovedByOne")
                .isEnded();
        assertThat(votes.of(run.id()))
                .extracting(Vote::reviewer, Vote::step)
                .containsExactly(tuple(ANNA, ReviewStep.FIRST), tuple(BEN, ReviewStep.SAMPLE));
        assertThat(run.appeal()).isWaitingAt("NotifyHolder");
    }

    @Test
    void noOnACaseOfTheSampleCounts() {
        ProcessRun run = reviewers.approve(sampled(cases.neverVerified(cases.holder())), ANNA);

        reviewers.reject(run, BEN, "PERSON_NOT_THE_SAME");

        assertThat(run.outcome().reason()).hasToString("PERSON_NOT_THE_SAME");
        assertThat(cases.binding(run.applicant())).isEmpty();
    }

    @Test
    void rejectionIsNotDrawn() {
        ProcessRun run = reviewers.reject(sampled(cases.neverVerified(cases.holder())), ANNA, "OTHER");

        assertThat(run.review())
                .hasPassed("NotApproved")
                .hasNotPassed("DrawSample")
                .isEnded();
    }

    private ProcessRun sampled(ProcessRun run) {
        runs.engine().getRuntimeService().setVariable(run.review().getId(), "sampleShare", 100);
        return run;
    }

    // More evidence

    @Test
    void whoAskedGetsItBack() {
        ProcessRun run = reviewers.ask(cases.neverVerified(cases.holder()), BEN, ANSWER);
        assertThat(run.review()).hasPassed("NotApproved").isEnded();

        cases.addEvidence(run, EvidenceKind.OTHER);

        assertThat(reviewers.task(run).getAssignee()).isEqualTo(BEN);
        reviewers.complete(run, BEN, Map.of("decision", "APPROVE"));
        assertThat(votes.of(run.id()))
                .extracting(Vote::round, vote -> vote.ballot().decision())
                .containsExactly(tuple(1, ReviewDecision.ASK), tuple(2, ReviewDecision.APPROVE));
    }

    @Test
    void secondWhoAskedGetsItBackAsTheFirst() {
        ProcessRun run = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);
        reviewers.ask(run, BEN, ANSWER);

        cases.addEvidence(run, EvidenceKind.OTHER);

        assertThat(run.review()).isWaitingAt("FirstReview");
        assertThat(reviewers.task(run).getAssignee()).isEqualTo(BEN);
        reviewers.complete(run, BEN, Map.of("decision", "APPROVE"));
        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(run, BEN));
        reviewers.approve(run, ANNA);
        assertThat(run.review()).hasPassed("DecidedByTwo").isEnded();
    }

    /** The reviews are for different groups. The second reviewer, who asked, is admitted to the first review. */
    @Test
    void secondOfAnotherGroupWhoAskedGetsItBackAndIsNotTheSecondToo() {
        reviewers.engage(SENIOR_TWO, SENIOR_REVIEW);
        ProcessRun run = reviewers.approve(boundForAYear(), ANNA);
        reviewers.ask(run, SENIOR, ANSWER);

        cases.addEvidence(run, EvidenceKind.OTHER);

        assertThat(run.review()).isWaitingAt("FirstReview");
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW, SENIOR_REVIEW);
        assertThat(reviewers.task(run).getAssignee()).isEqualTo(SENIOR);
        reviewers.complete(run, SENIOR, Map.of("decision", "APPROVE"));
        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(run, SENIOR));
        reviewers.approve(run, SENIOR_TWO);
        assertThat(run.review()).hasPassed("DecidedByTwo").isEnded();
        reviewers.dismiss(SENIOR_TWO);
    }

    @Test
    void seniorWhoAskedAfterTheEscalationGetsItBack() {
        ProcessRun run = cases.neverVerified(cases.holder()).execute("EscalationDue");
        reviewers.ask(run, SENIOR, ANSWER);

        cases.addEvidence(run, EvidenceKind.OTHER);

        assertThat(reviewers.task(run).getAssignee()).isEqualTo(SENIOR);
        reviewers.complete(run, SENIOR, Map.of("decision", "APPROVE"));
        assertThat(run.review()).hasPassed("ApprovedByOne").isEnded();
    }

    @Test
    void otherGroupIsNotLetInForSomebodyWhoLeftIt() {
        reviewers.engage(SENIOR_TWO, SENIOR_REVIEW);
        ProcessRun run = reviewers.approve(boundForAYear(), ANNA);
        reviewers.ask(run, SENIOR_TWO, ANSWER);
        reviewers.leave(SENIOR_TWO, SENIOR_REVIEW);

        cases.addEvidence(run, EvidenceKind.OTHER);

        assertThat(reviewers.task(run).getAssignee()).isNull();
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW);
        reviewers.dismiss(SENIOR_TWO);
    }

    @Test
    void nobodyGetsBackWhatSomebodyAskedWhoIsNoLongerThere() {
        reviewers.engage("reviewleaving", APPEAL_REVIEW);
        ProcessRun run = reviewers.ask(cases.neverVerified(cases.holder()), "reviewleaving", ANSWER);
        reviewers.dismiss("reviewleaving");

        cases.addEvidence(run, EvidenceKind.OTHER);

        assertThat(reviewers.task(run).getAssignee()).isNull();
        reviewers.approve(run, ANNA);
        assertThat(run.review()).hasPassed("ApprovedByOne").isEnded();
    }

    @Test
    void nobodyGetsBackWhatSomebodyAskedWhoLeftTheGroup() {
        reviewers.engage("reviewmoving", APPEAL_REVIEW);
        ProcessRun run = reviewers.ask(cases.neverVerified(cases.holder()), "reviewmoving", ANSWER);
        reviewers.leave("reviewmoving", APPEAL_REVIEW);

        cases.addEvidence(run, EvidenceKind.OTHER);

        assertThat(reviewers.task(run).getAssignee()).isNull();
        reviewers.dismiss("reviewmoving");
    }

    /** The applicant's evidence must not be refused because of this. */
    @Test
    void nobodyGetsBackWhatSomebodyAskedWhoIsAPartyByNow() {
        Applicant holder = cases.holder();
        reviewers.engage("reviewparty", APPEAL_REVIEW);
        ProcessRun run = reviewers.ask(cases.neverVerified(holder), "reviewparty", ANSWER);
        cases.isHeldBy(holder, "reviewparty");

        cases.addEvidence(run, EvidenceKind.OTHER);

        assertThat(reviewers.task(run).getAssignee()).isNull();
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
        ProcessRun run = cases.notMyOperation(holder);
        cases.isHeldBy(run.applicant(), ANNA);

        assertIsParty(run, ANNA);
    }

    @Test
    void whoHeldTheIdentityBeforeIsAParty() {
        Applicant former = cases.holder();
        cases.isHeldBy(former, ANNA);
        cases.release(former);
        ProcessRun anew = runs.apply(former.withAccount(former.account() + "_new"), Cases.HOME)
                .confirmMobile()
                .checkCard();

        assertIsParty(cases.neverVerified(anew.applicant()), ANNA);
    }

    @Test
    void loginThatIsTheAccountsNameIsAParty() {
        Applicant person = runs.somebody();
        Applicant holder = cases.holder(person.withAccount("holder" + person.mobile()));
        Applicant applicant = person.withAccount("applicant" + person.mobile())
                .withMobile(runs.somebody().mobile());
        ProcessRun run =
                cases.appeal(AppealForm.of(applicant, AppealReason.NEVER_VERIFIED), Cases.ELSEWHERE, Cases.DOCUMENT);
        for (String login : List.of(holder.account(), applicant.account())) {
            reviewers.engage(login, APPEAL_REVIEW);

            assertIsParty(run, login);

            reviewers.dismiss(login);
        }
    }

    @Test
    void clientThatFiledItIsAParty() {
        reviewers.engage(ProcessRuns.CLIENT, APPEAL_REVIEW);

        assertIsParty(cases.neverVerified(cases.holder()), ProcessRuns.CLIENT);

        reviewers.dismiss(ProcessRuns.CLIENT);
    }

    @Test
    void whoBecameAPartyAfterTheClaimIsRefusedAtTheCompletion() {
        Applicant holder = cases.holder();
        ProcessRun run = reviewers.claim(cases.neverVerified(holder), ANNA);
        cases.isHeldBy(holder, ANNA);

        Refused.with(RefusalCode.REVIEWER_IS_PARTY, () -> reviewers.complete(run, ANNA, Map.of("decision", "APPROVE")));

        assertNothingHappened(run);
    }

    @Test
    void whoLeftTheGroupAfterTheClaimIsRefusedAtTheCompletion() {
        reviewers.engage("reviewmoved", APPEAL_REVIEW);
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), "reviewmoved");
        reviewers.leave("reviewmoved", APPEAL_REVIEW);
        reviewers.join("reviewmoved", SENIOR_REVIEW);

        Refused.with(
                RefusalCode.REVIEWER_NOT_IN_GROUP,
                () -> reviewers.complete(run, "reviewmoved", Map.of("decision", "APPROVE")));

        assertNothingHappened(run);
        reviewers.dismiss("reviewmoved");
    }

    /** An administrator could do it: assign the task to somebody with the grant, but of another group. */
    @Test
    void nobodyIsAssignedATaskOfAnotherGroup() {
        ProcessRun run = cases.neverVerified(cases.holder());
        String task = reviewers.task(run).getId();

        Refused.with(
                RefusalCode.REVIEWER_NOT_IN_GROUP,
                () -> runs.engine().getTaskService().setAssignee(task, SENIOR));

        assertThat(reviewers.task(run).getAssignee()).isNull();
    }

    @Test
    void whoIsAPartyToAnotherAppealMayReview() {
        Applicant own = cases.holder();
        cases.isHeldBy(own, ANNA);

        ProcessRun run = reviewers.approve(cases.neverVerified(cases.holder()), ANNA);

        assertThat(run.review()).isEnded();
    }

    @Test
    void otherGroupsNeitherClaimNorComplete() {
        ProcessRun run = cases.neverVerified(cases.holder());

        assertThatThrownBy(() -> reviewers.claim(run, SENIOR)).isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> reviewers.complete(run, SENIOR, Map.of("decision", "APPROVE")))
                .isInstanceOf(AuthorizationException.class);

        assertNothingHappened(run);
    }

    // Votes that do not count

    @Test
    void whoHasNotClaimedDoesNotVote() {
        ProcessRun run = cases.neverVerified(cases.holder());

        Refused.with(RefusalCode.TASK_NOT_CLAIMED, () -> reviewers.complete(run, ANNA, Map.of("decision", "APPROVE")));

        assertNothingHappened(run);
    }

    @Test
    void whatAnotherHasClaimedIsNotOnesOwn() {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        assertThatThrownBy(() -> reviewers.claim(run, BEN)).isInstanceOf(RuntimeException.class);
        Refused.with(RefusalCode.TASK_NOT_CLAIMED, () -> reviewers.complete(run, BEN, Map.of("decision", "APPROVE")));

        assertThat(reviewers.task(run).getAssignee()).isEqualTo(ANNA);
        assertNothingHappened(run);
    }

    /** Nobody is logged in when the engine or an administrator's script completes a task. */
    @Test
    void nobodyDoesNotVote() {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        String task = reviewers.task(run).getId();

        Refused.with(
                RefusalCode.TASK_NOT_CLAIMED,
                () -> runs.engine().getTaskService().complete(task));

        assertNothingHappened(run);
    }

    @Test
    void whatWasHandedBackIsAnybodys() {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        reviewers.unclaim(run, ANNA);

        reviewers.approve(run, BEN);
        assertThat(votes.of(run.id())).extracting(Vote::reviewer).containsExactly(BEN);
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
                Arguments.of(Map.of("decision", "ASK", "missing", " , "), "/answer", "ANSWER_REQUIRED"),
                Arguments.of(Map.of("decision", "ASK", "missing", "passport"), "/missing", "UNKNOWN_EVIDENCE"),
                Arguments.of(Map.of("decision", "ASK", "missing", "licence"), "/missing", "UNKNOWN_EVIDENCE"),
                Arguments.of(
                        Map.of("decision", "REJECT", "reason", "OTHER", "missing", "other"),
                        "/missing",
                        "MISSING_CONTRADICTS_DECISION"),
                Arguments.of(Map.of("decision", "APPROVE", "answer", ANSWER), "/answer", "ANSWER_CONTRADICTS_DECISION"),
                Arguments.of(Map.of("decision", "ASK", "answer", "a".repeat(2001)), "/answer", "ANSWER_TOO_LONG"),
                Arguments.of(Map.of("decision", "APPROVE", "note", "n".repeat(2001)), "/note", "NOTE_TOO_LONG"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void ballotThatContradictsItselfIsNone(Map<String, String> ballot, String pointer, String code) {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        Refused.invalid(pointer, code, () -> reviewers.complete(run, ANNA, ballot));

        assertNothingHappened(run);
        reviewers.complete(run, ANNA, Map.of("decision", "APPROVE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"decision", "reason", "note", "answer"})
    void whatWouldBeStoredInPlainIsRefused(String name) {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        VariableMap variables = Variables.createVariables()
                .putValueTyped("decision", Variables.stringValue("REJECT", true))
                .putValueTyped("reason", Variables.stringValue("OTHER", true));
        variables.putValueTyped(name, Variables.stringValue(name.equals("reason") ? "OTHER" : "REJECT"));

        Refused.invalid(
                "/" + name,
                "NOT_TRANSIENT",
                () -> reviewers.completeWith(run, ANNA, reviewers.task(run).getId(), variables));

        assertNothingHappened(run);
    }

    @Test
    void whatTheFormDoesNotAskForIsRefused() {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);

        Refused.invalid(
                "",
                "UNKNOWN_FIELD",
                () -> reviewers.complete(run, ANNA, Map.of("decision", "APPROVE", "secondReviewGroup", "none")));

        assertNothingHappened(run);
    }

    @Test
    void whoCompletesTwiceAtOnceVotesOnce() {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        String task = reviewers.task(run).getId();

        List<Throwable> failures = AtOnce.failures(
                () -> reviewers.completeTask(run, ANNA, task, Map.of("decision", "APPROVE")),
                () -> reviewers.completeTask(run, ANNA, task, Map.of("decision", "REJECT", "reason", "OTHER")));

        assertOneWon(run, failures);
    }

    /** Two people hold one task, as after a claim that was removed at the wrong moment. */
    @Test
    void twoWhoCompleteAtOnceAreOneVote() {
        ProcessRun run = cases.neverVerified(cases.holder());
        String task = reviewers.task(run).getId();

        List<Throwable> failures =
                AtOnce.failures(() -> claimAndApprove(run, ANNA, task), () -> claimAndApprove(run, BEN, task));

        assertOneWon(run, failures);
    }

    private void claimAndApprove(ProcessRun run, String login, String task) {
        reviewers.claim(run, login);
        reviewers.completeTask(run, login, task, Map.of("decision", "APPROVE"));
    }

    private void assertOneWon(ProcessRun run, List<Throwable> failures) {
        assertThat(failures).hasSize(1);
        assertThat(votes.of(run.id())).hasSize(1);
        assertThat(run.review()).isEnded();
    }

    // Time passes

    @Test
    void afterADayItStandsAtTheTop() {
        ProcessRun run = cases.neverVerified(cases.holder());
        reviewers.claim(run, ANNA);
        assertDue(run, "ReminderDue", Duration.ofDays(1));

        run.execute("ReminderDue");

        assertThat(run.review()).hasPassedInOrder("ReminderDue", "RemindReviewers", "Reminded");
        assertThat(run.review()).isWaitingAt("FirstReview");
        assertThat(reviewers.task(run).getPriority()).isEqualTo(80);
        assertThat(reviewers.task(run).getAssignee()).isEqualTo(ANNA);
    }

    /** A second review may begin after the first reminder, so another reminder follows. */
    @Test
    void reminderAndEscalationComeAgain() {
        ProcessRun run =
                cases.notMyOperation(cases.holder()).execute("ReminderDue").execute("EscalationDue");
        reviewers.approve(run, ANNA);
        assertThat(reviewers.task(run).getPriority()).isLessThan(80);

        run.execute("ReminderDue");
        assertThat(reviewers.task(run).getPriority()).isEqualTo(80);
        run.execute("EscalationDue");

        assertThat(reviewers.task(run).getPriority()).isEqualTo(100);
        assertThat(reviewers.offeredTo(run)).contains(SENIOR_REVIEW);
    }

    @Test
    void afterTwoDaysSeniorsMayTakeItOver() {
        ProcessRun run = cases.neverVerified(cases.holder());
        reviewers.claim(run, ANNA);
        dayPasses(run);
        assertDue(run, "EscalationDue", Duration.ofDays(2));

        run.execute("ReminderDue").execute("EscalationDue");

        assertThat(run.review()).hasPassedInOrder("EscalationDue", "EscalateReview", "Escalated");
        assertThat(reviewers.task(run).getPriority()).isEqualTo(100);
        assertThat(reviewers.task(run).getAssignee()).isNull();
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW, SENIOR_REVIEW);
        Refused.with(RefusalCode.TASK_NOT_CLAIMED, () -> reviewers.complete(run, ANNA, Map.of("decision", "APPROVE")));
        reviewers.approve(run, SENIOR);
        assertThat(run.review()).hasPassed("ApprovedByOne").isEnded();
    }

    /** The time runs from the start of the review, but the claim may be new. */
    @Test
    void escalationLeavesAFreshClaim() {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        dayPasses(run);
        reviewers.unclaim(run, ANNA);
        reviewers.claim(run, BEN);

        run.execute("EscalationDue");

        assertThat(reviewers.task(run).getAssignee()).isEqualTo(BEN);
        assertThat(reviewers.task(run).getPriority()).isEqualTo(100);
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW, SENIOR_REVIEW);
        reviewers.complete(run, BEN, Map.of("decision", "APPROVE"));
        assertThat(run.review()).hasPassed("ApprovedByOne").isEnded();
    }

    @Test
    void escalationLeavesWhatASeniorHolds() {
        ProcessRun run = cases.neverVerified(cases.holder()).execute("EscalationDue");
        reviewers.claim(run, SENIOR);
        dayPasses(run);

        run.execute("EscalationDue");

        assertThat(reviewers.task(run).getAssignee()).isEqualTo(SENIOR);
    }

    /** A task that is given back counts as held from then on. */
    @Test
    void escalationTakesWhatWasGivenBackADayAgo() {
        ProcessRun run = reviewers.ask(cases.neverVerified(cases.holder()), BEN, ANSWER);
        cases.addEvidence(run, EvidenceKind.OTHER);
        run.execute("EscalationDue");
        assertThat(reviewers.task(run).getAssignee()).isEqualTo(BEN);
        dayPasses(run);

        run.execute("EscalationDue");

        assertThat(reviewers.task(run).getAssignee()).isNull();
    }

    /** The only senior has voted first, and the second review belongs to the seniors. */
    @Test
    void reviewThatItsGroupCannotDecideIsOfferedToTheOthers() {
        ProcessRun run = boundForAYear().execute("EscalationDue");
        reviewers.approve(run, SENIOR);
        assertThat(run.review()).isWaitingAt("SecondReview");
        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);

        run.execute("EscalationDue");

        assertThat(reviewers.offeredTo(run)).contains(APPEAL_REVIEW, SENIOR_REVIEW);
        Refused.with(RefusalCode.ALREADY_VOTED, () -> reviewers.claim(run, SENIOR));
        reviewers.approve(run, ANNA);
        assertThat(run.review()).hasPassed("DecidedByTwo").isEnded();
    }

    /** All other members of groups are restored when the test is over. */
    @Test
    void reviewThatNobodyCanDecideIsAnIncidentUntilSomebodyIsEngaged() {
        ProcessRun run = boundForAYear().execute("EscalationDue");
        reviewers.approve(run, SENIOR);
        List<Map<String, Object>> others = runs.jdbc()
                .sql("delete from act_id_membership where user_id_ <> ? returning user_id_, group_id_")
                .param(SENIOR)
                .query()
                .listOfRows();
        try {
            run.executeInVain("EscalationDue");

            assertThat(run.incidents())
                    .as("there, and at the call")
                    .containsExactlyInAnyOrder("EscalationDue", "ReviewAppeal");
        } finally {
            others.forEach(member -> runs.engine()
                    .getIdentityService()
                    .createMembership((String) member.get("user_id_"), (String) member.get("group_id_")));
        }
        retry(run);
        assertThat(run.incidents()).isEmpty();
        assertThat(reviewers.offeredTo(run)).contains(APPEAL_REVIEW);
    }

    /** Retries the failed job, as an operator does. The next escalation already waits beside it. */
    private void retry(ProcessRun run) {
        ManagementService jobs = runs.engine().getManagementService();
        String failed = jobs.createJobQuery()
                .processInstanceId(run.review().getId())
                .noRetriesLeft()
                .singleResult()
                .getId();
        jobs.setJobRetries(failed, 1);
        jobs.executeJob(failed);
    }

    @Test
    void reminderLeavesAnEscalatedTaskAtTheTop() {
        ProcessRun run = cases.neverVerified(cases.holder()).execute("EscalationDue");

        run.execute("ReminderDue");

        assertThat(reviewers.task(run).getPriority()).isEqualTo(100);
    }

    @Test
    void secondReviewIsRemindedAndEscalatedToo() {
        ProcessRun run = reviewers.approve(cases.notMyOperation(cases.holder()), ANNA);

        run.execute("ReminderDue").execute("EscalationDue");

        assertThat(reviewers.task(run).getTaskDefinitionKey()).isEqualTo("SecondReview");
        assertThat(reviewers.task(run).getPriority()).isEqualTo(100);
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW, SENIOR_REVIEW);
        reviewers.approve(run, SENIOR);
        assertThat(run.review()).hasPassed("DecidedByTwo").isEnded();
    }

    /** A task that seniors review from the beginning is offered to them once. */
    @Test
    void seniorsAreOfferedATaskOnce() {
        Applicant holder = cases.holder();
        for (int n = 1; n <= 2; n++) {
            reviewers.reject(cases.neverVerified(holder), ANNA, "OTHER");
        }
        ProcessRun run = cases.neverVerified(holder);
        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);

        run.execute("EscalationDue");

        assertThat(reviewers.offeredTo(run)).containsExactly(SENIOR_REVIEW);
    }

    @Test
    void decisionEndsReminderAndEscalation() {
        ProcessRun run = reviewers.reject(cases.neverVerified(cases.holder()), ANNA, "OTHER");

        assertThat(runs.jdbc()
                        .sql("select count(*) from act_ru_job where process_instance_id_ = ?")
                        .param(run.review().getId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    // What a yes needs

    @Test
    void whoLookedAtNothingDoesNotApprove() {
        ProcessRun run = reviewers.claim(cases.neverVerified(cases.holder()), ANNA);
        String task = reviewers.task(run).getId();

        assertNotLooked(() -> reviewers.completeAtOnce(run, ANNA, task, Map.of("decision", "APPROVE")));

        assertNothingHappened(run);
        reviewers.completeAtOnce(run, ANNA, task, Map.of("decision", "REJECT", "reason", "OTHER"));
        assertThat(run.review()).isEnded();
    }

    /** Each reviewer must look at everything. */
    @Test
    void whatAColleagueLookedAtDoesNotCount() {
        ProcessRun run = cases.appeal(
                AppealForm.of(cases.rightful(cases.holder()), AppealReason.NOT_MY_OPERATION),
                Cases.HOME,
                Cases.everythingWithCertificate());
        reviewers.approve(run, ANNA);
        reviewers.claim(run, BEN);

        assertNotLooked(
                () -> reviewers.completeAtOnce(run, BEN, reviewers.task(run).getId(), Map.of("decision", "APPROVE")));
    }

    private static void assertNotLooked(Runnable yes) {
        assertThat(Refused.refusal(yes).errors())
                .extracting(FieldError::code)
                .containsExactly("EVIDENCE_NOT_OPENED", "NOT_COMPARED");
    }

    // What stays in the engine

    @Test
    void engineKeepsNothingOfWhatReviewersWrite() {
        ProcessRun run = reviewers.claim(
                cases.appeal(
                        AppealForm.of(cases.rightful(cases.holder()), AppealReason.NOT_MY_OPERATION),
                        Cases.HOME,
                        Cases.everythingWithCertificate()),
                ANNA);
        reviewers.complete(run, ANNA, Map.of("decision", "APPROVE", "note", NOTE + " by ANNA"));
        reviewers.claim(run, BEN);
        assertThat(catchThrowable(() ->
                        reviewers.complete(run, BEN, Map.of("decision", "REJECT", "note", NOTE, "answer", ANSWER))))
                .isNotNull();
        reviewers.complete(
                run,
                BEN,
                Map.of("decision", "REJECT", "reason", "OTHER", "note", NOTE + " by BEN", "answer", ANSWER + " BEN"));

        assertThat(ballots(run)).extracting(Ballot::note).containsExactly(NOTE + " by ANNA", NOTE + " by BEN");
        assertThat(EngineTables.mentions(runs.jdbc(), NOTE, ANSWER, AppealForm.STATEMENT))
                .isEmpty();
        assertThat(EngineTables.mentions(runs.jdbc(), run.id().toString())).isNotEmpty();
    }

    // What all of it is about

    private List<Ballot> ballots(ProcessRun run) {
        return votes.of(run.id()).stream().map(Vote::ballot).toList();
    }

    /** An appeal against a binding that is a year old: a senior must do the second review. */
    private ProcessRun boundForAYear() {
        Applicant holder = cases.holder();
        assertThat(runs.jdbc()
                        .sql("update binding set verified_at = now() - interval '365 days' where account = ?")
                        .param(holder.account())
                        .update())
                .isEqualTo(1);
        return cases.neverVerified(holder);
    }

    /** Makes the time for which the task has been held 25 hours longer. */
    private void dayPasses(ProcessRun run) {
        assertThat(runs.jdbc().sql("""
                        update act_hi_identitylink set timestamp_ = timestamp_ - interval '25 hours'
                        where task_id_ = ? and type_ = 'assignee'
                        """).param(reviewers.task(run).getId()).update())
                .isPositive();
    }

    /** Assigns the task in the database, which nobody can do through the engine. */
    private void holds(ProcessRun run, String login) {
        assertThat(runs.jdbc()
                        .sql("update act_ru_task set assignee_ = ? where id_ = ?")
                        .params(login, reviewers.task(run).getId())
                        .update())
                .isEqualTo(1);
    }

    private void assertIsParty(ProcessRun run, String login) {
        Refused.with(RefusalCode.REVIEWER_IS_PARTY, () -> reviewers.claim(run, login));
        assertThat(reviewers.task(run).getAssignee()).isNull();
        holds(run, login);
        Refused.with(
                RefusalCode.REVIEWER_IS_PARTY, () -> reviewers.complete(run, login, Map.of("decision", "APPROVE")));
        assertNothingHappened(run);
        runs.jdbc()
                .sql("update act_ru_task set assignee_ = null where id_ = ?")
                .param(reviewers.task(run).getId())
                .update();
    }

    private void assertNothingHappened(ProcessRun run) {
        assertThat(run.review()).isWaitingAt("FirstReview");
        assertThat(votes.of(run.id())).isEmpty();
        assertThat(runs.jdbc()
                        .sql("select name_ from act_ru_variable where proc_inst_id_ = ?")
                        .param(run.review().getId())
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder(
                        "reviewGroup", "reviewPriority", "reviewDue", "secondReviewGroup", "sampleShare");
    }

    private static void assertDue(ProcessRun run, String timer, Duration delay) {
        assertThat(run.jobAt(timer).getDuedate().toInstant())
                .isBetween(
                        Instant.now().plus(delay).minusSeconds(10),
                        Instant.now().plus(delay).plusSeconds(10));
    }

    private static Instant inDays(int days, int seconds) {
        return Instant.now().plus(Duration.ofDays(days)).plusSeconds(seconds);
    }
}
