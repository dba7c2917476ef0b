package io.realname.desk.process;

import io.realname.desk.ReviewTask;
import io.realname.diagram.catalogue.FactKind;
import io.realname.process.ApplicationId;
import io.realname.process.Fact;
import io.realname.process.TableAnswer;
import io.realname.review.ReviewDecision;
import io.realname.review.ReviewStep;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** The names that {@code review-by-people.bpmn} and its steps share. */
public final class ReviewByPeople {

    public static final String KEY = "review-by-people";

    public static final String FIRST_REVIEW = "FirstReview";
    public static final String SECOND_REVIEW = "SecondReview";
    public static final String SAMPLE_REVIEW = "SampleReview";

    /** The steps for people. */
    public static final List<String> STEPS = List.of(FIRST_REVIEW, SECOND_REVIEW, SAMPLE_REVIEW);

    /** The fields that a reviewer fills in; each is a transient variable. */
    public static final List<String> INPUTS = List.of("decision", "reason", "note", "answer", "missing");

    /** The variable with the group for the second review, or {@link #NO_GROUP}. */
    public static final String SECOND_REVIEW_GROUP = "secondReviewGroup";

    /** How many in a hundred of the cases that one person approves belong to the quality sample: 0 to 100. */
    static final TableAnswer<Integer> SAMPLE_SHARE =
            new TableAnswer<>("sampleShare", Integer.class, new FactKind.Count(100));

    static final Fact<Boolean> IN_SAMPLE = new Fact<>("inSample", Boolean.class);

    public static final String NO_GROUP = "none";

    public static final Fact<String> REVIEW_DECISION = Fact.code("reviewDecision", ReviewDecision.values());
    static final Fact<String> REVIEW_REASON = new Fact<>("reviewReason", String.class);

    /** @param taskKey the id of a step of the diagram for people */
    public static ReviewStep stepOf(String taskKey) {
        return switch (taskKey) {
            case SECOND_REVIEW -> ReviewStep.SECOND;
            case SAMPLE_REVIEW -> ReviewStep.SAMPLE;
            default -> ReviewStep.FIRST;
        };
    }

    static ReviewTask reviewOf(DelegateTask task) {
        return new ReviewTask(ApplicationId.of(task), task.getProcessInstanceId(), stepOf(task.getTaskDefinitionKey()));
    }

    private ReviewByPeople() {}
}
