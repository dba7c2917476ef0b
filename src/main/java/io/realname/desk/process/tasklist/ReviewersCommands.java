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
 * The engine's commands that reviewers may run: those that Tasklist needs for lists, forms, claiming and deciding. All
 * others are refused, because the engine checks some commands poorly and others not at all. Commands that the engine or
 * our steps run inside a reviewer's command are not restricted. {@link OwnTasksChecker} checks the variables of a
 * decision.
 */
final class ReviewersCommands extends CommandInterceptor {

    private static final Set<Class<?>> ALLOWED = Set.of(
            // Lists and filters; each is restricted to what the caller may see.
            TaskQueryImpl.class,
            FilterQueryImpl.class,
            GetFilterCmd.class,
            ExecuteFilterListCmd.class,
            ExecuteFilterListPageCmd.class,
            ExecuteFilterCountCmd.class,
            ExecuteFilterSingleResultCmd.class,
            ProcessDefinitionQueryImpl.class,
            // One task: its groups and its form, but not its variables.
            GetIdentityLinksForTaskCmd.class,
            GetTaskFormCmd.class,
            GetDeployedTaskFormCmd.class,
            // The reviewer's own groups, name and password.
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

    /**
     * Whether the caller may work on the tasks of reviews, by our groups or by another grant. Client apps are no
     * reviewers: they may use only the two routes of the engine's REST API.
     */
    private boolean isReviewer(EngineCaller caller) {
        return caller.isReviewer() || !caller.isClient() && next.execute(new ReviewGrant(caller));
    }

    /** Compares the exact class: subclasses do other things, such as resolving a delegated task. */
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
