package io.realname.desk.process.tasklist;

import io.realname.process.engine.EngineCaller;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Narrows every task query, list, count and filter alike, to the tasks that a caller holds or that are their groups'.
 * The grants on a process definition alone would show everybody everything.
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

    /** For the length of the query: left in the query of a stored filter, the condition would be stored with it. */
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

    static final class Factory implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TaskManager.class;
        }

        @Override
        public Session openSession() {
            return new OwnTasks();
        }
    }
}
