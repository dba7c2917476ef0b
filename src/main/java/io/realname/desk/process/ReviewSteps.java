package io.realname.desk.process;

import io.realname.appeal.AppealReason;
import io.realname.diagram.catalogue.DiagramFact;
import io.realname.diagram.catalogue.FactKind;
import io.realname.diagram.catalogue.KnownProcess;
import io.realname.diagram.catalogue.KnownTable;
import io.realname.diagram.catalogue.ReviewTask;
import io.realname.diagram.catalogue.ReviewTask.Listener;
import io.realname.diagram.catalogue.Step;
import io.realname.process.Fact;
import io.realname.review.ReviewReason;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code review-by-people.bpmn} may contain, and what the tables must answer that route reviews. */
public final class ReviewSteps {

    public static final KnownProcess PROCESS = KnownProcess.called(ReviewByPeople.KEY);

    public static final List<Step> ALL = List.of(
            Step.of("drawSample", "Draw sample")
                    .reads(ReviewByPeople.SAMPLE_SHARE)
                    .notes(ReviewByPeople.IN_SAMPLE),
            Step.of("remindReviewers", "Remind reviewers"),
            Step.of("escalateReview", "Escalate review"));

    /** Every task for people has these. */
    private static final List<Listener> GUARDS = List.of(
            new Listener("create", "nameTask", "reviewers cannot tell the tasks apart"),
            new Listener("assignment", "admitReviewer", "anybody could decide, also about their own account"),
            new Listener("complete", "recordVote", "the vote does not count, and anybody could decide twice"),
            new Listener("delete", "removeDrafts", "what a reviewer has typed stays behind"));

    private static final List<Listener> OPENING = List.of(
            new Listener("create", "openReview", "nobody knows whether two people are to decide"),
            new Listener("create", "returnToReviewer", "the reviewer who asked for evidence does not get it"));

    public static final List<ReviewTask> TASKS = ReviewByPeople.STEPS.stream()
            .map(id -> new ReviewTask(
                    id,
                    ReviewByPeople.KEY,
                    id.equals(ReviewByPeople.FIRST_REVIEW)
                            ? Stream.concat(GUARDS.stream(), OPENING.stream()).toList()
                            : GUARDS))
            .toList();

    /** What a completed task leaves. */
    public static final List<DiagramFact> LEFT = List.of(ReviewByPeople.REVIEW_DECISION, ReviewByPeople.REVIEW_REASON);

    /** What the tables that route reviews answer, besides what steps read. */
    public static final List<DiagramFact> ANSWERS = List.of(
            DiagramFact.of("reviewGroup", new FactKind.Group(false)),
            DiagramFact.of("reviewPriority", new FactKind.Count(EscalateReview.PRIORITY - 1)),
            DiagramFact.of("reviewDue", new FactKind.Period()),
            DiagramFact.of(ReviewByPeople.SECOND_REVIEW_GROUP, new FactKind.Group(true)));

    /** The table of the reasons that the desk offers. */
    public static final KnownTable TABLE = new KnownTable(
            ReasonsByDecision.KEY,
            List.of(
                    DiagramFact.of("applicationKind", new FactKind.Code(Set.of("NEW_USER", "APPEAL", "ENTERPRISE"))),
                    Fact.code("appealReason", AppealReason.values(), "NONE"),
                    DiagramFact.of("objected", new FactKind.Flag())),
            List.of(
                    Fact.code("reason", ReviewReason.values()),
                    DiagramFact.of("english", new FactKind.Words()),
                    DiagramFact.of("chinese", new FactKind.Words())));

    private ReviewSteps() {}
}
