package io.realname.process.engine;

import java.sql.SQLException;
import java.util.Set;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Tells whether a command failed only because another transaction was faster, for example of a reviewer, the applicant
 * or a timer.
 */
final class ConcurrentChange {

    private static final Set<Class<?>> NEED_A_TASK =
            Set.of(ClaimTaskCmd.class, AssignTaskCmd.class, CompleteTaskCmd.class, SubmitTaskFormCmd.class);

    /** Serialization failure, deadlock, lock not available. */
    private static final Set<String> LOCK_FAILURES = Set.of("40001", "40P01", "55P03");

    private ConcurrentChange() {}

    static boolean isBehind(Command<?> command, Throwable failure) {
        return ExceptionUtils.stream(failure)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof TaskAlreadyClaimedException
                        || cause instanceof ConcurrencyFailureException
                        || isTaskGone(command, cause)
                        || cause instanceof SQLException sql
                                && LOCK_FAILURES.contains(String.valueOf(sql.getSQLState())));
    }

    private static boolean isTaskGone(Command<?> command, Throwable cause) {
        return cause instanceof NullValueException && NEED_A_TASK.contains(command.getClass());
    }
}
