package io.realname.desk.process.tasklist;

import io.realname.desk.process.ReviewByPeople;
import io.realname.process.engine.EngineCaller;
import java.util.List;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheckBuilder;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;

/** Checks whether a user may work on the tasks of reviews, by any grant of the user or of one of the user's groups. */
record ReviewGrant(EngineCaller caller) implements Command<Boolean> {

    @Override
    public Boolean execute(CommandContext context) {
        return context.getAuthorizationManager().isAuthorized(caller.user(), List.copyOf(caller.groups()), any());
    }

    private static CompositePermissionCheck any() {
        return new PermissionCheckBuilder()
                .disjunctive()
                .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, ReviewByPeople.KEY, Permissions.TASK_WORK)
                .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, ReviewByPeople.KEY, Permissions.UPDATE_TASK)
                .atomicCheckForResourceId(Resources.PROCESS_DEFINITION, ReviewByPeople.KEY, Permissions.TASK_ASSIGN)
                .atomicCheckForResourceId(Resources.TASK, Authorization.ANY, Permissions.TASK_WORK)
                .atomicCheckForResourceId(Resources.TASK, Authorization.ANY, Permissions.UPDATE)
                .atomicCheckForResourceId(Resources.TASK, Authorization.ANY, Permissions.TASK_ASSIGN)
                .build();
    }
}
