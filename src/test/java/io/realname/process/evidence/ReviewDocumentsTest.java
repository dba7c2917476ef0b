package io.realname.process.evidence;

import static io.realname.process.Cases.DOCUMENT;
import static io.realname.process.ProcessRunAssertions.assertEvidenceAskedFor;
import static io.realname.process.Reviewers.ANNA;
import static io.realname.process.Reviewers.APPEAL_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.application.ActionReason;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.evidence.EvidenceKind;
import io.realname.process.Cases;
import io.realname.process.EveryPathOf;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.refusal.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code review-documents.bpmn}; the whole class together takes each node and flow of it. */
@EveryPathOf(ReviewDocuments.KEY)
@ProcessTest
class ReviewDocumentsTest {

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @Test
    void onePersonDecidesOnWhatTheApplicantAdds() {
        Instant before = Instant.now();
        ProcessRun run = cases.withPermit(runs.somebody(), 8420);
        assertEvidenceAskedFor(run, run.documents(), ActionReason.EVIDENCE_MISSING, before);

        cases.addEvidence(run, DOCUMENT);
        assertThat(run.documents()).isWaitingAt("ReviewByPeople");
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(run.application().action()).isNull();
        Task task = reviewers.task(run);
        assertThat(task.getPriority()).isEqualTo(50);
        assertThat(task.getDueDate().toInstant())
                .isBetween(
                        before.plus(Duration.ofDays(2)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(reviewers.offeredTo(run)).containsExactly(APPEAL_REVIEW);
        reviewers.approve(run, ANNA);

        assertThat(run.documents())
                .hasPassedInOrder(
                        "DocumentsToReview",
                        "CheckEvidence",
                        "AskForEvidence",
                        "EvidenceAdded",
                        "CheckEvidence",
                        "ReviewByPeople",
                        "DocumentsDecided")
                .isEnded();
        assertThat(run.review()).hasPassed("ApprovedByOne").isEnded();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    @Test
    void halfOfItIsNotEnough() {
        Instant before = Instant.now();
        ProcessRun run = cases.withPermit(runs.somebody(), 8421);

        cases.addEvidence(run, EvidenceKind.DOCUMENT_FRONT, EvidenceKind.HOLDING_DOCUMENT);

        assertEvidenceAskedFor(run, run.documents(), ActionReason.EVIDENCE_MISSING, before);
        assertThat(reviewers.hasTask(run)).isFalse();
    }

    @Test
    void passportHasNoBack() {
        ProcessRun run = cases.withPassport(runs.somebody(), 8422);

        cases.addEvidence(run, EvidenceKind.DOCUMENT_FRONT, EvidenceKind.HOLDING_DOCUMENT);

        assertThat(run.documents()).isWaitingAt("ReviewByPeople");
    }

    @Test
    void reviewerAsksForMoreAndGetsItBack() {
        ProcessRun run = cases.addEvidence(cases.withPermit(runs.somebody(), 8423), DOCUMENT);
        Instant before = Instant.now();

        reviewers.ask(run, ANNA, "请重拍正面");

        assertEvidenceAskedFor(run, run.documents(), ActionReason.REVIEWER_ASKS, before);
        cases.addEvidence(run, EvidenceKind.DOCUMENT_FRONT);
        assertThat(run.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(reviewers.task(run).getAssignee()).isEqualTo(ANNA);
        reviewers.approve(reviewers.unclaim(run, ANNA), Reviewers.BEN);
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    /** Whatever brings it to the binding: without their votes nobody is bound. */
    @Test
    void aTokenThatIsMovedPastTheReviewersBindsNobody() {
        ProcessRun run = cases.addEvidence(cases.withPermit(runs.somebody(), 8426), DOCUMENT);
        var past = runs.engine()
                .getRuntimeService()
                .createProcessInstanceModification(run.verification().getId())
                .cancelAllForActivity("ReviewDocuments")
                .startBeforeActivity("BindIdentity");

        assertThatThrownBy(past::execute).hasMessage("NOT_APPROVED");

        assertThat(cases.binding(run.applicant())).isEmpty();
        assertThat(run.documents()).isWaitingAt("ReviewByPeople");
    }

    @Test
    void evidenceIsNotAddedInTime() {
        ProcessRun run = cases.withPermit(runs.somebody(), 8424).execute("EvidenceDeadline");

        assertThat(run.documents())
                .hasPassedInOrder("AskForEvidence", "EvidenceDeadline", "EvidenceNotAdded")
                .isEnded();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.EXPIRED);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> cases.addEvidence(run, DOCUMENT));
    }

    static Stream<Named<BiConsumer<ReviewDocumentsTest, ProcessRun>>> waits() {
        return Stream.of(
                Named.of("evidence is added", (test, run) -> {}),
                Named.of("people decide", (test, run) -> test.cases.addEvidence(run, DOCUMENT)));
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(BiConsumer<ReviewDocumentsTest, ProcessRun> way) {
        ProcessRun run = cases.withPermit(runs.somebody(), 8425);
        way.accept(this, run);

        run.withdraw();

        assertThat(run.verification()).isEnded();
        assertThat(run.documents()).isEnded();
        assertThat(reviewers.hasTask(run)).isFalse();
        assertThat(run.outcome().code()).isEqualTo(OutcomeCode.WITHDRAWN);
    }
}
