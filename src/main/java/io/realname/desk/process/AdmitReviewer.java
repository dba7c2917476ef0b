package io.realname.desk.process;

import io.realname.desk.ReviewTask;
import io.realname.desk.Reviews;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * "Admit reviewer", when a task is claimed or assigned: refuses a reviewer who is in no candidate group, is a party to
 * the application, or has voted already. When a task is given back, nobody owes an opinion on it any more.
 */
@Component
class AdmitReviewer implements TaskListener {

    private final CandidateGroups groups;
    private final Reviews reviews;

    AdmitReviewer(CandidateGroups groups, Reviews reviews) {
        this.groups = groups;
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateTask task) {
        String reviewer = task.getAssignee();
        if (reviewer == null) {
            forgetDelegation((TaskEntity) task);
            return;
        }
        ReviewTask review = ReviewByPeople.reviewOf(task);
        groups.require(task, reviewer);
        reviews.admit(review, reviewer);
    }

    /** Otherwise, whoever claims the task next would owe the opinion that a colleague was asked for. */
    private static void forgetDelegation(TaskEntity task) {
        task.setDelegationState(null);
        task.setOwner(null);
    }
}
