package io.realname.desk.process.tasklist;

import io.realname.process.engine.EngineCaller;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/**
 * Restricts every task query (list, count and filter) to the tasks that the caller holds and the tasks that are offered
 * to the caller's groups. With the grants on a process definition alone, every reviewer would see all tasks.
 *
 * <p>What Tasklist asks all day, a page and the count of our filters, is answered by {@link OfferedTasks}. Everything else is
 * the engine's own query with one more condition.
 */
final class OwnTasks extends TaskManager {

    /** A longer page is no page of Tasklist. */
    private static final int LONGEST_PAGE = 1_000;

    private final OfferedTasks offered;

    OwnTasks(OfferedTasks offered) {
        this.offered = offered;
    }

    @Override
    public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
        EngineCaller caller = EngineCaller.now(getCommandContext());
        if (caller == null) {
            return super.findTasksByQueryCriteria(query);
        }
        return PlainTaskQuery.of(query)
                .filter(plain -> plain.first() + (long) plain.most() <= LONGEST_PAGE)
                .flatMap(plain -> offered.of(caller).map(reviews -> offered.page(reviews, plain)))
                .map(page -> read(page, caller))
                .orElseGet(() -> narrowed(query, caller, () -> super.findTasksByQueryCriteria(query)));
    }

    @Override
    public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
        EngineCaller caller = EngineCaller.now(getCommandContext());
        if (caller == null) {
            return super.findTaskCountByQueryCriteria(query);
        }
        return PlainTaskQuery.of(query)
                .flatMap(plain -> offered.of(caller).map(reviews -> offered.count(reviews, plain)))
                .orElseGet(() -> narrowed(query, caller, () -> super.findTaskCountByQueryCriteria(query)));
    }

    /** The engine reads the tasks of a page, and checks once more that the caller may see them. */
    private List<Task> read(List<String> ids, EngineCaller caller) {
        if (ids.isEmpty()) {
            return new ArrayList<>();
        }
        TaskQueryImpl query = new TaskQueryImpl();
        query.taskIdIn(ids.toArray(String[]::new));
        List<Task> page = new ArrayList<>(narrowed(query, caller, () -> super.findTasksByQueryCriteria(query)));
        page.sort(Comparator.comparingInt(task -> ids.indexOf(task.getId())));
        return page;
    }

    /**
     * Adds the condition only while the query runs. If it stayed in the query of a stored filter, the engine would
     * store it too.
     */
    private <T> T narrowed(TaskQueryImpl query, EngineCaller caller, Supplier<T> find) {
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
