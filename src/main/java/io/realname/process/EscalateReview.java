package io.realname.process;

import io.realname.process.engine.EngineGroups;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** "Escalate review": senior reviewers may do it too, and nobody sits on it. */
@Component
class EscalateReview implements JavaDelegate {

    private static final int PRIORITY = 100;

    private final OpenTasks tasks;
    private final AuditTrail trail;

    EscalateReview(OpenTasks tasks, AuditTrail trail) {
        this.tasks = tasks;
        this.trail = trail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (Task task : tasks.of(execution)) {
            tasks.raisePriority(task, PRIORITY);
            tasks.offer(task, EngineGroups.SENIOR_REVIEW);
            tasks.release(task);
        }
        trail.append(
                ApplicationId.of(execution),
                AuditEvent.REVIEW_ESCALATED,
                null,
                Map.of("review", execution.getProcessInstanceId()));
    }
}
