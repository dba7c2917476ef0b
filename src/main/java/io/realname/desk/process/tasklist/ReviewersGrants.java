package io.realname.desk.process.tasklist;

import io.realname.desk.process.ReviewByPeople;
import io.realname.process.engine.EngineGroups;
import io.realname.process.engine.MissingGrants;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Creates the groups that decide in Tasklist, with their grants. The grants are on the process definition, so each is
 * valid for the tasks of all groups; {@link OwnTasks} and {@link OwnTasksChecker} restrict them.
 */
@Component
@Order(ReviewersGrants.BEFORE_FILTERS)
class ReviewersGrants implements ApplicationRunner {

    static final int BEFORE_FILTERS = TaskFilters.AFTER_GROUPS - 1;

    private final MissingGrants missing;

    ReviewersGrants(MissingGrants missing) {
        this.missing = missing;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        missing.make(grants -> {
            reviewers(grants, EngineGroups.APPEAL_REVIEW, "Appeal review · 申诉审核");
            reviewers(grants, EngineGroups.SENIOR_REVIEW, "Senior review · 高级审核");
            reviewers(grants, EngineGroups.ENTERPRISE_REVIEW, "Enterprise review · 企业审核");
        });
    }

    private static void reviewers(MissingGrants grants, String id, String name) {
        grants.group(id, name);
        grants.grant(id, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
        grants.grant(id, Resources.APPLICATION, "welcome", Permissions.ACCESS);
        grants.grant(
                id,
                Resources.PROCESS_DEFINITION,
                ReviewByPeople.KEY,
                Permissions.READ_TASK,
                Permissions.TASK_WORK,
                Permissions.TASK_ASSIGN);
    }
}
