package io.realname.desk.process.tasklist;

import io.realname.desk.process.ReviewByPeople;
import io.realname.process.engine.EngineCaller;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * What {@link OwnTasks} is for queries, for a single task: beside the grants that it needs, somebody reads only tasks
 * that they hold or that are their groups', claims only those, and does everything else only to a task that they hold.
 * A review is decided with a ballot and nothing beside it, whoever decides it: the engine stores what comes with it
 * before any listener looks at it, and a gateway might read it.
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
        Command<?> command = Context.getCommandInvocationContext().getCommand();
        if (command instanceof ClaimTaskCmd) {
            mustSee(task);
            return;
        }
        if (SubmittedBallot.isOne(command)) {
            mustHaveClaimed(task);
        }
        mustHold(task);
        if (isReview(task)) {
            if (SubmittedBallot.isOne(command)) {
                SubmittedBallot.of(command).check();
            } else {
                administratorsOnly();
            }
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
        if (isReview(task)) {
            administratorsOnly();
        }
    }

    private static boolean isReview(TaskEntity task) {
        return task.getProcessDefinitionId() != null
                && task.getProcessDefinition().getKey().equals(ReviewByPeople.KEY);
    }

    private static void administratorsOnly() {
        if (EngineCaller.now(Context.getCommandContext()) != null) {
            throw new AuthorizationException("A review is decided, and nothing else is done to it");
        }
    }

    private static void mustSee(TaskEntity task) {
        EngineCaller caller = EngineCaller.now(Context.getCommandContext());
        if (caller != null && !caller.sees(task)) {
            throw new AuthorizationException("The task is not one of the caller's groups");
        }
    }

    /** Whoever sees it may have held it, until it was taken from them: they are told what to do. */
    private static void mustHaveClaimed(TaskEntity task) {
        EngineCaller caller = EngineCaller.now(Context.getCommandContext());
        if (caller != null && caller.sees(task) && !caller.holds(task)) {
            throw new RefusalException(Refusal.of(RefusalCode.TASK_NOT_CLAIMED));
        }
    }

    private static void mustHold(TaskEntity task) {
        EngineCaller caller = EngineCaller.now(Context.getCommandContext());
        if (caller != null && !caller.holds(task)) {
            throw new AuthorizationException("The task is not claimed by the caller");
        }
    }
}
