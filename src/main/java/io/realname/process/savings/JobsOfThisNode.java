package io.realname.process.savings;

import java.util.Date;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ProcessEventJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * Lets the node that makes a job run it. The engine would wake its thread that looks for due jobs; this thread would find
 * the job, lock it, and commit. Here the job is stored as locked by this node, and a thread of this node runs it after the
 * commit.
 *
 * <p>If all threads are busy, the job stays unlocked, or is unlocked again, and any node may take it. If this node dies
 * before it has run the job, the lock ends after a minute, as with every other job.
 */
final class JobsOfThisNode extends JobManager {

    private final Executor unlocking;
    private final JobOfThisNode.Search search;

    /** @param unlocking runs what needs a connection of its own: the committing thread still holds one */
    JobsOfThisNode(Executor unlocking, JobOfThisNode.Search search) {
        this.unlocking = unlocking;
        this.search = search;
    }

    @Override
    public void send(MessageEntity job) {
        ProcessEngineConfigurationImpl engine = Context.getProcessEngineConfiguration();
        if (!(engine.getJobExecutor() instanceof SpringJobExecutor executor)
                || !executor.isActive()
                || job.isSuspended()
                || !isJobDue(job)
                // The engine itself runs the next job of an instance in the thread that has run the one before.
                || Context.getJobExecutorContext() != null
                || isBusy(executor)) {
            search.jobWasLeft();
            super.send(job);
            return;
        }
        job.setLockOwner(executor.getLockOwner());
        job.setLockExpirationTime(new Date(ClockUtil.getCurrentTime().getTime() + executor.getLockTimeInMillis()));
        job.insert();
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> run(job.getId(), executor, engine));
    }

    private static boolean isBusy(SpringJobExecutor executor) {
        return executor.getTaskExecutor() instanceof ThreadPoolTaskExecutor threads
                && threads.getQueueSize() > 0
                && threads.getActiveCount() >= threads.getMaxPoolSize();
    }

    private void run(String job, SpringJobExecutor executor, ProcessEngineConfigurationImpl engine) {
        try {
            executor.getTaskExecutor().execute(new JobOfThisNode(job, engine.getProcessEngine(), search));
        } catch (RejectedExecutionException e) {
            search.jobWasLeft();
            unlocking.execute(() -> {
                engine.getCommandExecutorTxRequiresNew().execute(new UnlockJobCmd(job));
                executor.jobWasAdded();
            });
        }
    }

    /**
     * Spares a query for each event that an instance no longer waits for. Jobs that deliver an event exist only for events
     * that are thrown asynchronously, which no diagram does.
     */
    @Override
    public List<JobEntity> findJobsByConfiguration(String handlerType, String configuration, String tenant) {
        return ProcessEventJobHandler.TYPE.equals(handlerType)
                ? List.of()
                : super.findJobsByConfiguration(handlerType, configuration, tenant);
    }
}
