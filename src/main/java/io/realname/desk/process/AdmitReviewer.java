package io.realname.desk.process;

import io.realname.desk.Reviews;
import io.realname.process.ApplicationId;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * "Admit reviewer", when a task is claimed or assigned: refuses a reviewer who is in no candidate group, is a party to
 * the application, or has voted already.
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
        if (reviewer != null) {
            UUID application = ApplicationId.of(task);
            groups.require(task, reviewer);
            reviews.admit(application, task.getProcessInstanceId(), reviewer);
        }
    }
}
