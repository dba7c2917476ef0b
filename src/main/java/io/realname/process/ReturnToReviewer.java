package io.realname.process;

import io.realname.review.Votes;
import java.util.Objects;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** "Return to reviewer", when a task is created: who asked for more evidence gets it, if they are still there. */
@Component
class ReturnToReviewer implements TaskListener {

    private final Votes votes;
    private final IdentityService identities;

    ReturnToReviewer(Votes votes, IdentityService identities) {
        this.votes = votes;
        this.identities = identities;
    }

    @Override
    public void notify(DelegateTask task) {
        votes.whoAskedLast(ApplicationId.of(task.getExecution()))
                .filter(reviewer -> isStillThere(reviewer, task))
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
