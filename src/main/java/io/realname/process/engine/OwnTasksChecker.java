package io.realname.process.engine;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * What {@link OwnTasks} is for queries, for a single task: beside the grants that it needs, somebody reads only tasks
 * that they hold or that are their groups', claims only those, and does everything else only to a task that they hold.
 */
final class OwnTasksChecker extends AuthorizationCommandChecker {

    @Override
    public void checkReadTask(TaskEntity task) {
        super.checkReadTask(task);
        mustSee(task);
    }

    @Override
    public void checkReadTaskVariable(TaskEntity task) {
        super.checkReadTaskVariable(task);
        mustSee(task);
    }

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        if (Context.getCommandInvocationContext().getCommand() instanceof ClaimTaskCmd) {
            mustSee(task);
        } else {
            mustHold(task);
        }
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        super.checkTaskAssign(task);
        mustHold(task);
    }

    @Override
    public void checkUpdateTaskVariable(TaskEntity task) {
        super.checkUpdateTaskVariable(task);
        mustHold(task);
    }

    private static void mustSee(TaskEntity task) {
        EngineCaller caller = EngineCaller.now(Context.getCommandContext());
        if (caller != null && !caller.sees(task)) {
            throw new AuthorizationException("The task is not one of the caller's groups");
        }
    }

    private static void mustHold(TaskEntity task) {
        EngineCaller caller = EngineCaller.now(Context.getCommandContext());
        if (caller != null && !caller.holds(task)) {
            throw new AuthorizationException("The task is not claimed by the caller");
        }
    }
}
