package io.realname.desk.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricIdentityLinkLog;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Tells since when a reviewer holds a task, by the history of its assignments. The task itself stores only its last
 * change, and a reminder changes it too.
 */
@Component
class Claims {

    private static final String ADDED = "add";

    private final HistoryService history;

    Claims(HistoryService history) {
        this.history = history;
    }

    /** Whether one reviewer has held the task for longer than the limit. */
    boolean isHeldLongerThan(Duration limit, Task task) {
        return task.getAssignee() != null && since(task).isBefore(Instant.now().minus(limit));
    }

    private Instant since(Task task) {
        List<HistoricIdentityLinkLog> last = history.createHistoricIdentityLinkLogQuery()
                .taskId(task.getId())
                .type(IdentityLinkType.ASSIGNEE)
                .userId(task.getAssignee())
                .operationType(ADDED)
                .orderByTime()
                .desc()
                .listPage(0, 1);
        return last.isEmpty()
                ? task.getCreateTime().toInstant()
                : last.get(0).getTime().toInstant();
    }
}
