package io.realname.process.engine;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractSetJobsRetriesBatchCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/**
 * Lets operators retry failed jobs: at once, unless they choose a time. The engine would leave a failed job its old due
 * date, which the retry cycle has set to up to a day from now: the incident would vanish, and nothing would happen.
 *
 * <p>A job that has not failed keeps its due date. The engine itself would allow everybody with the permission to retry to
 * set the due date of any job, also of the timer for the three days in which a holder may object.
 */
final class RetriesOfFailures extends CommandInterceptor {

    private static final EngineField JOB = EngineField.of(SetJobRetriesCmd.class, "jobId");
    private static final EngineField JOBS = EngineField.of(SetJobRetriesCmd.class, "jobIds");
    private static final EngineField JOBS_OF_STEP = EngineField.of(SetJobRetriesCmd.class, "jobDefinitionId");
    private static final EngineField RETRIES = EngineField.of(SetJobRetriesCmd.class, "retries");
    private static final EngineField SETS_DUE_DATE = EngineField.of(SetJobRetriesCmd.class, "isDueDateSet");

    private final ProcessEngineConfigurationImpl engine;

    RetriesOfFailures(ProcessEngineConfigurationImpl engine) {
        this.engine = engine;
    }

    @Override
    public <T> @Nullable T execute(Command<T> command) {
        Authentication login = Context.getCommandContext() == null
                ? engine.getIdentityService().getCurrentAuthentication()
                : null;
        if (login == null) {
            return next.execute(command);
        }
        boolean administrator = EngineCaller.of(login, engine.getAdminGroups()) == null;
        if (command instanceof AbstractSetJobsRetriesBatchCmd && !administrator) {
            throw new AuthorizationException("Retry jobs one by one, or all failed jobs of one step");
        }
        if (!(command instanceof SetJobRetriesCmd)) {
            return next.execute(command);
        }
        boolean setsDueDate = Boolean.TRUE.equals(SETS_DUE_DATE.in(command));
        Set<String> ids = jobs(command).collect(Collectors.toSet());
        List<Job> jobs = ids.isEmpty()
                ? List.of()
                : engine.getManagementService().createJobQuery().jobIds(ids).list();
        if (!administrator) {
            jobs.forEach(job -> mustHaveFailed(job, setsDueDate));
        }
        if (!setsDueDate
                && isRetry(command)
                && jobs.size() == ids.size()
                && jobs.stream().allMatch(RetriesOfFailures::hasFailed)) {
            next.execute(atOnce(command));
            return null;
        }
        return next.execute(command);
    }

    private static boolean isRetry(Command<?> command) {
        return RETRIES.in(command) instanceof Integer retries && retries > 0;
    }

    private static SetJobRetriesCmd atOnce(Command<?> command) {
        int retries = (int) Objects.requireNonNull(RETRIES.in(command));
        Date now = ClockUtil.getCurrentTime();
        List<?> several = (List<?>) JOBS.in(command);
        return several == null
                ? new SetJobRetriesCmd((String) JOB.in(command), (String) JOBS_OF_STEP.in(command), retries, now, true)
                : new SetJobRetriesCmd(jobs(command).toList(), retries, now, true);
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

    private void mustHaveFailed(Job job, boolean setsDueDate) {
        if (hasFailed(job)) {
            return;
        }
        ManagementService jobs = engine.getManagementService();
        if (setsDueDate || jobs.createJobQuery().jobId(job.getId()).timers().count() > 0) {
            throw new AuthorizationException("The job has not failed; it runs at its due date");
        }
    }

    private static boolean hasFailed(Job job) {
        return job.getRetries() == 0 || job.getExceptionMessage() != null;
    }
}
