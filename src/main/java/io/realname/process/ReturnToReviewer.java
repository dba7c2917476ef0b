package io.realname.process;

import io.realname.application.Reviews;
import io.realname.review.Votes;
import java.util.Objects;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/**
 * "Return to reviewer", when a task is created: who asked for more evidence gets it, if they are still there and no party
 * by now. Nobody is refused here: it is the applicant's call that creates the task.
 */
@Component
class ReturnToReviewer implements TaskListener {

    private final Votes votes;
    private final Reviews reviews;
    private final IdentityService identities;

    ReturnToReviewer(Votes votes, Reviews reviews, IdentityService identities) {
        this.votes = votes;
        this.reviews = reviews;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        UUID application = ApplicationId.of(task.getExecution());
        votes.whoAskedLast(application)
                .filter(reviewer -> isStillThere(reviewer, task))
                .filter(reviewer -> reviews.mayReview(application, task.getProcessInstanceId(), reviewer))
                .ifPresent(task::setAssignee);
    }

    private boolean isStillThere(String reviewer, DelegateTask task) {
        return task.getCandidates().stream()
                .map(IdentityLink::getGroupId)
                .filter(Objects::nonNull)
                .anyMatch(group -> isIn(group, reviewer));
    }

    private boolean isIn(String group, String reviewer) {
        return identities
                        .createUserQuery()
                        .userId(reviewer)
                        .memberOfGroup(group)
                        .count()
                == 1;
    }
}
