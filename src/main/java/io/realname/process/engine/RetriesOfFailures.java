package io.realname.process.engine;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.runtime.Job;

/**
 * Lets operators retry failed jobs, and choose the time. A job that has not failed keeps its due date. The engine
 * itself would allow everybody with the permission to retry to set the due date of any job, also of the timer for the
 * three days in which a holder may object.
 */
final class RetriesOfFailures extends CommandInterceptor {

    private static final EngineField JOB = EngineField.of(SetJobRetriesCmd.class, "jobId");
    private static final EngineField JOBS = EngineField.of(SetJobRetriesCmd.class, "jobIds");
    private static final EngineField SETS_DUE_DATE = EngineField.of(SetJobRetriesCmd.class, "isDueDateSet");

    private final ProcessEngineConfigurationImpl engine;

    RetriesOfFailures(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (Context.getCommandContext() == null && callerIsNoAdministrator()) {
            if (command instanceof AbstractSetJobsRetriesBatchCmd) {
                throw new AuthorizationException("Retry jobs one by one, or all failed jobs of one step");
            } else if (command instanceof SetJobRetriesCmd) {
                boolean setsDueDate = Boolean.TRUE.equals(SETS_DUE_DATE.in(command));
                jobs(command).forEach(job -> mustHaveFailed(job, setsDueDate));
            }
        }
        return next.execute(command);
    }

    private boolean callerIsNoAdministrator() {
        return EngineCaller.of(engine.getIdentityService().getCurrentAuthentication(), engine.getAdminGroups()) != null;
    }

    /**
     * The ids of the jobs. None if the command names a step: the engine then retries only jobs without retries left.
     */
    private static Stream<String> jobs(Command<?> command) {
        List<?> several = (List<?>) JOBS.in(command);
        return several == null
                ? Stream.ofNullable((String) JOB.in(command))
                : several.stream().filter(Objects::nonNull).map(String::valueOf);
    }

    private void mustHaveFailed(String id, boolean setsDueDate) {
        ManagementService jobs = engine.getManagementService();
        Job job = jobs.createJobQuery().jobId(id).singleResult();
        if (job == null || hasFailed(job)) {
            return;
        }
        if (setsDueDate || jobs.createJobQuery().jobId(id).timers().count() > 0) {
            throw new AuthorizationException("The job has not failed; it runs at its due date");
        }
    }

    private static boolean hasFailed(Job job) {
        return job.getRetries() == 0 || job.getExceptionMessage() != null;
    }
}
