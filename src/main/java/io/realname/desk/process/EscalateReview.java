package io.realname.desk.process;

import io.realname.desk.ReviewTask;
import io.realname.process.ApplicationId;
import io.realname.process.engine.EngineGroups;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.time.Duration;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * "Escalate review": offers the task to senior reviewers too. Takes it from a reviewer who has held it for more than a
 * day and is not a senior reviewer. If nobody in its groups may decide it, offers it to other groups that review.
 */
@Component
class EscalateReview implements JavaDelegate {

    /** Of an escalated task; no decision table gives so much. */
    static final int PRIORITY = 100;

    private static final Duration LONGEST_CLAIM = Duration.ofDays(1);

    private final OpenTasks tasks;
    private final Claims claims;
    private final ReviewGroups groups;
    private final AuditTrail trail;

    EscalateReview(OpenTasks tasks, Claims claims, ReviewGroups groups, AuditTrail trail) {
        this.tasks = tasks;
        this.claims = claims;
        this.groups = groups;
        this.trail = trail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        for (Task task : tasks.of(execution)) {
            tasks.raisePriority(task, PRIORITY);
            tasks.offer(task, EngineGroups.SENIOR_REVIEW);
            groups.toAsk(tasks.offeredTo(task), review(execution, task)).forEach(group -> tasks.offer(task, group));
            if (claims.isHeldLongerThan(LONGEST_CLAIM, task)
                    && !groups.has(EngineGroups.SENIOR_REVIEW, task.getAssignee())) {
                tasks.release(task);
            }
        }
        trail.append(
                ApplicationId.of(execution),
                AuditEvent.REVIEW_ESCALATED,
                null,
                Map.of("review", execution.getProcessInstanceId()));
    }

    private static ReviewTask review(DelegateExecution execution, Task task) {
        return new ReviewTask(
                ApplicationId.of(execution),
                execution.getProcessInstanceId(),
                ReviewByPeople.stepOf(task.getTaskDefinitionKey()));
    }
}
