package io.realname.desk.process.tasklist;

import io.realname.desk.process.Colleagues;
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
 * Does for a single task what {@link OwnTasks} does for queries. Beside the grants, a user may read and claim only
 * tasks that they hold or that are offered to their groups. Everything else they may do only to a task that they hold.
 * A review is completed with a ballot and no other variable, by administrators too: the engine stores other variables
 * before a listener can check them, and a gateway might read them.
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
                if (Colleagues.isLent(task)) {
                    throw new RefusalException(Refusal.of(RefusalCode.OPINION_IS_OWED));
                }
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
            throw new AuthorizationException("A review can only be decided");
        }
    }

    private static void mustSee(TaskEntity task) {
        EngineCaller caller = EngineCaller.now(Context.getCommandContext());
        if (caller != null && !caller.sees(task)) {
            throw new AuthorizationException("The task is not offered to a group of the caller");
        }
    }

    /**
     * A caller who sees the task may have held it before it was taken from them. This refusal tells them to claim it
     * again.
     */
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
