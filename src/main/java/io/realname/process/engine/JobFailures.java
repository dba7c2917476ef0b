package io.realname.process.engine;

import io.realname.process.NotItsTurnException;
import io.realname.process.OperatorMustActException;
import io.realname.process.ProviderUnavailableException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper.ExceptionLoggingHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a failed job into the log. Failures that the diagrams expect are one line a try: the line says all, and a bank
 * that is down for an hour fails a thousand jobs. Their stack traces are written at DEBUG. Any other failure is written
 * with its stack trace. The engine adds the application's id, the step and the instance to each line.
 */
final class JobFailures implements ExceptionLoggingHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JobFailures.class);

    @Override
    public void exceptionWhileExecutingJob(String jobId, Throwable failure) {
        Throwable notItsTurn = ExceptionUtils.throwableOfType(failure, NotItsTurnException.class);
        if (notItsTurn != null) {
            LOG.debug("Job {} waits for its turn: {}", jobId, notItsTurn.getMessage());
            return;
        }
        Throwable expected = expected(failure);
        if (expected == null) {
            LOG.warn("Job {} has failed", jobId, failure);
        } else {
            LOG.warn("Job {} has failed: {}", jobId, expected.getMessage());
            LOG.debug("Job {} has failed", jobId, failure);
        }
    }

    private static @Nullable Throwable expected(Throwable failure) {
        Throwable unavailable = ExceptionUtils.throwableOfType(failure, ProviderUnavailableException.class);
        return unavailable != null
                ? unavailable
                : ExceptionUtils.throwableOfType(failure, OperatorMustActException.class);
    }
}
