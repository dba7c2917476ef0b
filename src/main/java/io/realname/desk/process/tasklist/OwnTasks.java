package io.realname.desk.process.tasklist;

import io.realname.process.engine.EngineCaller;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Restricts every task query (list, count and filter) to the tasks that the caller holds and the tasks that are offered
 * to the caller's groups. With the grants on a process definition alone, every reviewer would see all tasks.
 */
final class OwnTasks extends TaskManager {

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        return narrowed(query, () -> super.findTasksByQueryCriteria(query));
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        return narrowed(query, () -> super.findTaskCountByQueryCriteria(query));
    }

    /**
     * Adds the condition only while the query runs. If it stayed in the query of a stored filter, the engine would
     * store it too.
     */
    private <T> T narrowed(TaskQueryImpl query, Supplier<T> find) {
        EngineCaller caller = EngineCaller.now(getCommandContext());
        if (caller == null) {
            return find.get();
        }
        TaskQueryImpl own = new TaskQueryImpl();
        query.addOrQuery(own);
        try {
            own.taskAssignee(caller.user());
            if (!caller.groups().isEmpty()) {
                own.taskCandidateGroupIn(List.copyOf(caller.groups())).includeAssignedTasks();
            }
            return find.get();
        } finally {
            query.getQueries().removeIf(part -> part == own);
        }
    }
}
