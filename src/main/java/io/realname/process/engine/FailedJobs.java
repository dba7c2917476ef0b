package io.realname.process.engine;

import io.realname.process.NotItsTurnException;
import io.realname.process.OperatorMustActException;
import io.realname.process.Turns;
import java.time.Instant;
import java.util.Date;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.FailedJobCommandFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a job that has failed. With {@link OperatorMustActException} it becomes an incident at once, without
 * retries. With {@link NotItsTurnException} it has not failed: it is run again when {@link Turns} says. All other
 * failed jobs follow the retry cycle of the diagram. If a user is not authorized to run a job, the job has not failed:
 * otherwise the engine would take one of its retries and store the refusal as its error.
 */
final class FailedJobs implements FailedJobCommandFactory {

    private static final Object NOTHING = new Object();

    private final FailedJobCommandFactory byCycle;
    private final Turns turns = new Turns();

    FailedJobs(FailedJobCommandFactory byCycle) {
        this.byCycle = byCycle;
    }

    @Override
    public Command<Object> getCommand(String jobId, Throwable exception) {
        if (isRefusedToCaller(exception)) {
            return context -> NOTHING;
        }
        if (ExceptionUtils.throwableOfType(exception, NotItsTurnException.class) != null) {
            return new SoonAgain(jobId, exception, turns);
        }
        return ExceptionUtils.throwableOfType(exception, OperatorMustActException.class) != null
                ? new NoRetriesLeft(jobId, exception)
                : byCycle.getCommand(jobId, exception);
    }

    private static boolean isRefusedToCaller(Throwable exception) {
        return exception instanceof AuthorizationException
                && Context.getCommandContext().getAuthenticatedUserId() != null;
    }

    /** Lets go of the job, and then says what becomes of it. */
    private abstract static class Outcome extends JobRetryCmd {

        private Outcome(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        abstract void decide(JobEntity job, CommandContext context);

        @Override
        public @Nullable Object execute(CommandContext context) {
            JobEntity job = getJob();
            if (job != null) {
                job.unlock();
                decide(job, context);
            }
            return null;
        }
    }

    private static final class SoonAgain extends Outcome {

        private final Turns turns;

        private SoonAgain(String jobId, Throwable exception, Turns turns) {
            super(jobId, exception);
            this.turns = turns;
        }

        @Override
        void decide(JobEntity job, CommandContext context) {
            Instant now = ClockUtil.getCurrentTime().toInstant();
            job.setDuedate(Date.from(turns.next(job.getJobDefinitionId(), now)));
        }
    }

    private static final class NoRetriesLeft extends Outcome {

        private NoRetriesLeft(String jobId, Throwable exception) {
            super(jobId, exception);
        }

        @Override
        void decide(JobEntity job, CommandContext context) {
            logException(job);
            job.setRetries(0);
            notifyAcquisition(context);
        }
    }
}
