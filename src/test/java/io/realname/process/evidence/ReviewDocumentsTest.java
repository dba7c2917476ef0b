package io.realname.process.evidence;

import static io.realname.process.Cases.DOCUMENT;
import static io.realname.process.Reviewers.ANNA;
import static io.realname.process.Reviewers.APPEAL_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.realname.application.Action;
import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.ApplicationStatus;
import io.realname.application.OutcomeCode;
import io.realname.evidence.EvidenceKind;
import io.realname.process.Cases;
import io.realname.process.PathCoverage;
import io.realname.process.ProcessTest;
import io.realname.process.Refused;
import io.realname.process.Reviewers;
import io.realname.process.Walk;
import io.realname.process.Walks;
import io.realname.refusal.RefusalCode;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every way through {@code review-documents.bpmn}; the whole class together takes each node and flow of it. */
@ProcessTest
class ReviewDocumentsTest {

    @Autowired
    private Walks walks;

    @Autowired
    private Cases cases;

    @Autowired
    private Reviewers reviewers;

    @BeforeAll
    static void nothingIsReached(@Autowired PathCoverage coverage) {
        coverage.restart();
    }

    @AfterAll
    static void everyNodeAndFlowIsReached(@Autowired PathCoverage coverage) {
        assertThat(coverage.missing(ReviewDocuments.KEY)).isEmpty();
    }

    @BeforeEach
    void refresh() {
        walks.refresh();
        reviewers.comeToWork();
    }

    @Test
    void onePersonDecidesOnWhatTheApplicantAdds() {
        Instant before = Instant.now();
        Walk walk = cases.withPermit(walks.somebody(), 8420);
        assertEvidenceAskedFor(walk, ActionReason.EVIDENCE_MISSING, before);

        cases.addEvidence(walk, DOCUMENT);
        assertThat(walk.documents()).isWaitingAt("ReviewByPeople");
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(walk.application().action()).isNull();
        Task task = reviewers.task(walk);
        assertThat(task.getPriority()).isEqualTo(50);
        assertThat(task.getDueDate().toInstant())
                .isBetween(
                        before.plus(Duration.ofDays(2)).minusSeconds(1),
                        Instant.now().plus(Duration.ofDays(2)).plusSeconds(1));
        assertThat(reviewers.offeredTo(walk)).containsExactly(APPEAL_REVIEW);
        reviewers.approve(walk, ANNA);

        assertThat(walk.documents())
                .hasPassedInOrder(
                        "DocumentsToReview",
                        "CheckEvidence",
                        "AskForEvidence",
                        "EvidenceAdded",
                        "CheckEvidence",
                        "ReviewByPeople",
                        "DocumentsDecided")
                .isEnded();
        assertThat(walk.review()).hasPassed("ApprovedByOne").isEnded();
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    @Test
    void halfOfItIsNotEnough() {
        Instant before = Instant.now();
        Walk walk = cases.withPermit(walks.somebody(), 8421);

        cases.addEvidence(walk, EvidenceKind.DOCUMENT_FRONT, EvidenceKind.HOLDING_DOCUMENT);

        assertEvidenceAskedFor(walk, ActionReason.EVIDENCE_MISSING, before);
        assertThat(reviewers.hasTask(walk)).isFalse();
    }

    @Test
    void passportHasNoBack() {
        Walk walk = cases.withPassport(walks.somebody(), 8422);

        cases.addEvidence(walk, EvidenceKind.DOCUMENT_FRONT, EvidenceKind.HOLDING_DOCUMENT);

        assertThat(walk.documents()).isWaitingAt("ReviewByPeople");
    }

    @Test
    void reviewerAsksForMoreAndGetsItBack() {
        Walk walk = cases.addEvidence(cases.withPermit(walks.somebody(), 8423), DOCUMENT);
        Instant before = Instant.now();

        reviewers.ask(walk, ANNA, "请重拍正面");

        assertEvidenceAskedFor(walk, ActionReason.REVIEWER_ASKS, before);
        cases.addEvidence(walk, EvidenceKind.DOCUMENT_FRONT);
        assertThat(walk.application().status()).isEqualTo(ApplicationStatus.IN_PROGRESS);
        assertThat(reviewers.task(walk).getAssignee()).isEqualTo(ANNA);
        reviewers.approve(reviewers.unclaim(walk, ANNA), Reviewers.BEN);
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.VERIFIED);
    }

    /** Whatever brings it to the binding: without their votes nobody is bound. */
    @Test
    void aTokenThatIsMovedPastTheReviewersBindsNobody() {
        Walk walk = cases.addEvidence(cases.withPermit(walks.somebody(), 8426), DOCUMENT);
        var past = walks.engine()
                .getRuntimeService()
                .createProcessInstanceModification(walk.verification().getId())
                .cancelAllForActivity("ReviewDocuments")
                .startBeforeActivity("BindIdentity");

        assertThatThrownBy(past::execute).hasMessage("NOT_APPROVED");

        assertThat(cases.binding(walk.applicant())).isEmpty();
        assertThat(walk.documents()).isWaitingAt("ReviewByPeople");
    }

    @Test
    void evidenceIsNotAddedInTime() {
        Walk walk = cases.withPermit(walks.somebody(), 8424).run("EvidenceDeadline");

        assertThat(walk.documents())
                .hasPassedInOrder("AskForEvidence", "EvidenceDeadline", "EvidenceNotAdded")
                .isEnded();
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.EXPIRED);
        Refused.with(RefusalCode.ACTION_NOT_EXPECTED, () -> cases.addEvidence(walk, DOCUMENT));
    }

    static Stream<Named<BiConsumer<ReviewDocumentsTest, Walk>>> waits() {
        return Stream.of(
                Named.of("evidence is added", (test, walk) -> {}),
                Named.of("people decide", (test, walk) -> test.cases.addEvidence(walk, DOCUMENT)));
    }

    @ParameterizedTest(name = "before {0}")
    @MethodSource("waits")
    void applicantMayWithdraw(BiConsumer<ReviewDocumentsTest, Walk> way) {
        Walk walk = cases.withPermit(walks.somebody(), 8425);
        way.accept(this, walk);

        walk.withdraw();

        assertThat(walk.verification()).isEnded();
        assertThat(walk.documents()).isEnded();
        assertThat(reviewers.hasTask(walk)).isFalse();
        assertThat(walk.outcome().code()).isEqualTo(OutcomeCode.WITHDRAWN);
    }

    private static void assertEvidenceAskedFor(Walk walk, ActionReason reason, Instant since) {
        assertThat(walk.documents()).isWaitingAt("WaitForEvidence");
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
}
