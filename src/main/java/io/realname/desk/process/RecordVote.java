package io.realname.desk.process;

import io.realname.application.Applications;
import io.realname.desk.ReviewDrafts;
import io.realname.desk.ReviewTask;
import io.realname.desk.Reviews;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.review.Ballot;
import io.realname.review.ReviewReason;
import io.realname.review.Voter;
import io.realname.validation.InvalidValueException;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** "Record vote", when a task is completed: stores the vote, removes the drafts, and sets the facts that the diagram reads. */
@Component
class RecordVote implements TaskListener {

    private final Applications applications;
    private final CandidateGroups groups;
    private final Reviews reviews;
    private final ReviewDrafts drafts;
    private final IdentityService identities;

    RecordVote(
            Applications applications,
            CandidateGroups groups,
            Reviews reviews,
            ReviewDrafts drafts,
            IdentityService identities) {
        this.applications = applications;
        this.groups = groups;
        this.reviews = reviews;
        this.drafts = drafts;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        ReviewTask review = ReviewByPeople.reviewOf(task);
        UUID application = review.application();
        String reviewer = Reviewer.whoHolds(task, identities);
        Ballot ballot = ballot(task);
        // Lock the application before the trail, as every step does: another order could cause a deadlock.
        applications.lock(application);
        String group = groups.require(task, reviewer);
        reviews.vote(review, new Voter(reviewer, group), ballot);
        drafts.remove(review);
        ReviewReason reason = ballot.reason();
        ReviewByPeople.REVIEW_DECISION.keep(
                task.getExecution(), ballot.decision().name());
        ReviewByPeople.REVIEW_REASON.keep(task.getExecution(), reason == null ? "" : reason.name());
    }

    private static Ballot ballot(DelegateTask task) {
        String decision = take(task, "decision");
        String reason = take(task, "reason");
        String note = take(task, "note");
        String answer = take(task, "answer");
        String missing = take(task, "missing");
        try {
            return Ballot.read(decision, reason, note, answer, missing);
        } catch (InvalidValueException e) {
            throw invalid(pointer(e.code()), e.code());
        }
    }

    /**
     * The engine would store a variable that is not transient in plain text, so it is refused; the refusal rolls the
     * transaction back.
     */
    private static @Nullable String take(VariableScope scope, String name) {
        TypedValue value = scope.getVariableTyped(name, false);
        if (value == null || value.getValue() == null) {
            return null;
        }
        if (!value.isTransient()) {
            throw invalid("/" + name, "NOT_TRANSIENT");
        }
        if (!(value.getValue() instanceof String text)) {
            throw invalid("/" + name, "WRONG_TYPE");
        }
        scope.removeVariable(name);
        return text;
    }

    private static String pointer(String code) {
        return switch (code) {
            case "REASON_REQUIRED", "REASON_CONTRADICTS_DECISION", "UNKNOWN_REASON" -> "/reason";
            case "ANSWER_REQUIRED", "ANSWER_CONTRADICTS_DECISION", "ANSWER_TOO_LONG" -> "/answer";
            case "MISSING_CONTRADICTS_DECISION", "UNKNOWN_EVIDENCE" -> "/missing";
            case "NOTE_TOO_LONG" -> "/note";
            default -> "/decision";
        };
    }

    private static RefusalException invalid(String pointer, String code) {
        return new RefusalException(Refusal.invalid(List.of(new FieldError(pointer, code))));
    }
}
