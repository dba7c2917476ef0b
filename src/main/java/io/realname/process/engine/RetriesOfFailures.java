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
 * Lets operators try again what has failed, and when. What hasn't keeps its time: the engine asks for no more than the
 * right to retry before it sets the due date of any job, and the three days in which a holder may object are a job.
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
        if (Context.getCommandContext() == null && isNoAdministrators()) {
            if (command instanceof AbstractSetJobsRetriesBatchCmd) {
                throw new AuthorizationException("Jobs are retried one by one, or all that failed at one step");
            } else if (command instanceof SetJobRetriesCmd) {
                boolean setsDueDate = Boolean.TRUE.equals(SETS_DUE_DATE.in(command));
                jobs(command).forEach(job -> mustHaveFailed(job, setsDueDate));
            }
        }
        return next.execute(command);
    }

    private boolean isNoAdministrators() {
        return EngineCaller.of(engine.getIdentityService().getCurrentAuthentication(), engine.getAdminGroups()) != null;
    }

    /** None where the command names a step: the engine then takes only those that have no retries left. */
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
            throw new AuthorizationException("The job has not failed: it runs at its time");
        }
    }

    private static boolean hasFailed(Job job) {
        return job.getRetries() == 0 || job.getExceptionMessage() != null;
    }
}
