package io.realname.desk.process.tasklist;

import io.realname.process.engine.EngineCaller;
import io.realname.process.engine.EngineField;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.GetDeployedTaskFormCmd;
import org.camunda.bpm.engine.impl.ProcessDefinitionQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractAddIdentityLinkCmd;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.AuthorizationCheckCmd;
import org.camunda.bpm.engine.impl.cmd.CheckPassword;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CreateGroupQueryCmd;
import org.camunda.bpm.engine.impl.cmd.CreateUserQueryCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterCountCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterListPageCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteFilterSingleResultCmd;
import org.camunda.bpm.engine.impl.cmd.GetFilterCmd;
import org.camunda.bpm.engine.impl.cmd.GetIdentityLinksForTaskCmd;
import org.camunda.bpm.engine.impl.cmd.GetPasswordPolicyCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormCmd;
import org.camunda.bpm.engine.impl.cmd.IsIdentityServiceReadOnlyCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.filter.FilterQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbGroupQueryImpl;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * What reviewers may do in the engine: what Tasklist needs for lists, forms, claiming and deciding. All else is refused,
 * since the engine checks some of its commands poorly and others not at all. What the engine does by itself on the way,
 * and what our steps do, is not the reviewer's call. What they decide with is looked at by {@link OwnTasksChecker}.
 */
final class ReviewersCommands extends CommandInterceptor {

    private static final Set<Class<?>> ALLOWED = Set.of(
            // Lists and filters; each is narrowed to what the caller may see.
            TaskQueryImpl.class,
            FilterQueryImpl.class,
            GetFilterCmd.class,
            ExecuteFilterListCmd.class,
            ExecuteFilterListPageCmd.class,
            ExecuteFilterCountCmd.class,
            ExecuteFilterSingleResultCmd.class,
            ProcessDefinitionQueryImpl.class,
            // One task: its groups and its form, not its variables.
            GetIdentityLinksForTaskCmd.class,
            GetTaskFormCmd.class,
            GetDeployedTaskFormCmd.class,
            // Who they are, and their own name and password.
            AuthorizationCheckCmd.class,
            CreateUserQueryCmd.class,
            DbUserQueryImpl.class,
            CreateGroupQueryCmd.class,
            DbGroupQueryImpl.class,
            IsIdentityServiceReadOnlyCmd.class,
            GetPasswordPolicyCmd.class,
            CheckPassword.class,
            SaveUserCmd.class);

    private static final EngineField CLAIMS_FOR = EngineField.of(ClaimTaskCmd.class, "userId");
    private static final EngineField ASSIGNS_TO = EngineField.of(AbstractAddIdentityLinkCmd.class, "userId");

    private final ProcessEngineConfigurationImpl engine;

    ReviewersCommands(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null) {
            EngineCaller caller =
                    EngineCaller.of(engine.getIdentityService().getCurrentAuthentication(), engine.getAdminGroups());
            if (caller != null && isReviewer(caller)) {
                refuseForeign(command, caller);
            }
        }
        return next.execute(command);
    }

    /** Whoever may work on a review's tasks, by our groups or by another grant. Client apps have the door's two routes. */
    private boolean isReviewer(EngineCaller caller) {
        return caller.isReviewer() || !caller.isClient() && next.execute(new ReviewGrant(caller));
    }

    /** By the very class: subclasses do other things, such as resolving a task that was delegated. */
    private static void refuseForeign(Command<?> command, EngineCaller caller) {
        Class<?> type = command.getClass();
        if (type == ClaimTaskCmd.class) {
            refuseUnless(caller.user().equals(CLAIMS_FOR.in(command)));
        } else if (type == AssignTaskCmd.class) {
            refuseUnless(ASSIGNS_TO.in(command) == null);
        } else {
            refuseUnless(SubmittedBallot.isOne(command) || ALLOWED.contains(type));
        }
    }

    private static void refuseUnless(boolean allowed) {
        if (!allowed) {
            throw new AuthorizationException("A reviewer may not do this");
        }
    }
}
