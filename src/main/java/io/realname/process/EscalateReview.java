package io.realname.process;

import io.realname.process.engine.EngineGroups;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** "Escalate review": senior reviewers may do it too, and nobody sits on it. */
@Component
class EscalateReview implements JavaDelegate {

    private static final int PRIORITY = 100;

    private final OpenTasks tasks;

    EscalateReview(OpenTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (Task task : tasks.of(execution)) {
            tasks.raisePriority(task, PRIORITY);
            tasks.offer(task, EngineGroups.SENIOR_REVIEW);
            tasks.release(task);
        }
    }
}
