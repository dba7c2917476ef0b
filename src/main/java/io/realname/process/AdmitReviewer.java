package io.realname.process;

import io.realname.application.Reviews;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** "Admit reviewer", when a task is claimed or assigned: no party to the application, nobody a second time. */
@Component
class AdmitReviewer implements TaskListener {

    private final Reviews reviews;

    AdmitReviewer(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public void notify(DelegateTask task) {
        if (task.getAssignee() != null) {
            reviews.admit(ApplicationId.of(task.getExecution()), task.getProcessInstanceId(), task.getAssignee());
        }
    }
}
