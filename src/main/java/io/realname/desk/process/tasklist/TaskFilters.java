package io.realname.desk.process.tasklist;

import io.realname.process.engine.EngineGroups;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The filters of Tasklist, the same for every group that reviews: {@link OwnTasks} shows each group only its own tasks.
 * A filter is created at the start if none has its name; an administrator's changes stay. Reviewers may only read
 * filters, because an expression in a filter is code.
 */
@Component
@Order(TaskFilters.AFTER_GROUPS)
class TaskFilters implements ApplicationRunner {

    static final int AFTER_GROUPS = 100;

    /** The priority that "Escalate review" sets. */
    private static final int ESCALATED = 100;

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_002;

    private final FilterService filters;
    private final TaskService tasks;
    private final AuthorizationService authorizations;
    private final JdbcClient jdbc;

    TaskFilters(FilterService filters, TaskService tasks, AuthorizationService authorizations, JdbcClient jdbc) {
        this.filters = filters;
        this.tasks = tasks;
        this.authorizations = authorizations;
        this.jdbc = jdbc;
    }

    /** Nodes that start at the same time run this one after the other. */
    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(LOCK).query().singleRow();
        filter("My tasks · 我的任务", 10, "#1f5fbf", byDueDate().taskAssigneeExpression("${currentUser()}"));
        filter("Unassigned · 待认领", 20, "#2e7d32", byDueDate().taskUnassigned());
        // Who holds what: those who hold a task are in the list too.
        filter("My groups · 本组全部", 25, "#57606a", byDueDate());
        filter("Overdue · 已逾期", 30, "#8f5400", byDueDate().dueBeforeExpression("${now()}"));
        filter("Escalated · 已升级", 40, "#b3261e", byDueDate().taskMinPriority(ESCALATED));
    }

    private TaskQuery byDueDate() {
        return tasks.createTaskQuery().orderByDueDate().asc();
    }

    /**
     * @param position from the top
     * @param color the color of the line beside the name
     */
    private void filter(String name, int position, String color, TaskQuery query) {
        if (filters.createTaskFilterQuery().filterName(name).count() > 0) {
            return;
        }
        Filter filter = filters.newTaskFilter(name)
                .setQuery(query)
                .setProperties(Map.of("priority", position, "color", color, "refresh", true));
        filters.saveFilter(filter);
        EngineGroups.REVIEWERS.forEach(group -> letRead(group, filter));
    }

    private void letRead(String group, Filter filter) {
        Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        grant.setResource(Resources.FILTER);
        grant.setResourceId(filter.getId());
        grant.addPermission(Permissions.READ);
        authorizations.saveAuthorization(grant);
    }
}
