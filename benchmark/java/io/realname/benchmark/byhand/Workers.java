package io.realname.benchmark.byhand;

import io.realname.benchmark.byhand.NextSteps.Due;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The threads that do the steps: as many as the engine of realname has. */
@Profile(ByHandApplication.PROFILE)
@Component
class Workers implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);

    private final NextSteps steps;
    private final Work work;
    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();

    Workers(NextSteps steps, Work work) {
        this.steps = steps;
        this.work = work;
        threads.setCorePoolSize(5);
        threads.setMaxPoolSize(10);
        threads.setQueueCapacity(10);
        threads.setThreadNamePrefix("step-");
        threads.initialize();
    }

    /** Does the step after the commit. If all threads are busy, it is found when it is due. */
    void doAfterCommit(UUID application, Step step) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                hand(new Due(application, step));
            }
        });
    }

    /** Finds what another node, or this node before a restart, has left; and applicants whose time is up. */
    @Scheduled(fixedDelay = 5000)
    void takeWhatIsDue() {
        steps.take().forEach(this::hand);
    }

    private void hand(Due due) {
        try {
            threads.execute(() -> run(due));
        } catch (RejectedExecutionException e) {
            LOG.warn("All threads are busy: {} waits", due);
        }
    }

    private void run(Due due) {
        try {
            work.run(due.application(), due.step());
        } catch (RuntimeException e) {
            LOG.error("{} failed", due, e);
        }
    }

    @Override
    public void destroy() {
        threads.shutdown();
    }
}
