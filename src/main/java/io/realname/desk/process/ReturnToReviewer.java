package io.realname.desk.process;

import io.realname.desk.Reviews;
import io.realname.process.ApplicationId;
import io.realname.review.Voter;
import io.realname.review.Votes;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * "Return to reviewer", when a task is created: assigns it to the reviewer who asked for more evidence. That reviewer
 * must still be in a group that reviews, and must not have become a party. The task may be offered to another group
 * this time. This step refuses nobody, because the applicant's request creates the task.
 */
@Component
class ReturnToReviewer implements TaskListener {

    private final Votes votes;
    private final Reviews reviews;
    private final CandidateGroups groups;
    private final ReviewGroups reviewing;

    ReturnToReviewer(Votes votes, Reviews reviews, CandidateGroups groups, ReviewGroups reviewing) {
        this.votes = votes;
        this.reviews = reviews;
        this.groups = groups;
        this.reviewing = reviewing;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID application = ApplicationId.of(task);
        votes.whoAskedLast(application)
                .filter(asker -> reviews.mayReview(ReviewByPeople.reviewOf(task), asker.reviewer()))
                .ifPresent(asker -> giveBack(task, asker));
    }

    private void giveBack(DelegateTask task, Voter asker) {
        if (groups.of(task, asker.reviewer()).isEmpty()) {
            reviewing.of(asker).ifPresent(task::addCandidateGroup);
        }
        if (groups.of(task, asker.reviewer()).isPresent()) {
            task.setAssignee(asker.reviewer());
        }
    }
}
