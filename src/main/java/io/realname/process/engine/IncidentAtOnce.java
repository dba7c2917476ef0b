package io.realname.process.engine;

import io.realname.process.OperatorMustActException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.jspecify.annotations.Nullable;

/**
 * Turns a job into an incident at once, without retries, if it failed with {@link OperatorMustActException}. All other
 * failed jobs follow the retry cycle of the diagram. If a user is not authorized to run a job, the job has not failed:
 * otherwise the engine would take one of its retries and store the refusal as its error.
 */
final class IncidentAtOnce implements FailedJobCommandFactory {

    private static final Object NOTHING = new Object();

    private final FailedJobCommandFactory byCycle;

    IncidentAtOnce(FailedJobCommandFactory byCycle) {
        this.byCycle = byCycle;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        if (isRefusedToCaller(exception)) {
            return context -> NOTHING;
        }
        return ExceptionUtils.throwableOfType(exception, OperatorMustActException.class) != null
                ? new NoRetriesLeft(jobId, exception)
                : byCycle.getCommand(jobId, exception);
    }

    private static boolean isRefusedToCaller(Throwable exception) {
        return exception instanceof AuthorizationException
                && Context.getCommandContext().getAuthenticatedUserId() != null;
    }

    private static final class NoRetriesLeft extends JobRetryCmd {

        private NoRetriesLeft(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        public @Nullable Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                logException(job);
                job.setRetries(0);
                notifyAcquisition(context);
            }
            return null;
        }
    }
}
