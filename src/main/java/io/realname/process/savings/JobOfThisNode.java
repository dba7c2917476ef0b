package io.realname.process.savings;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * Runs one job. The engine's own way ends with a search for due jobs, since others of the same instance may have had to wait.
 * Here it does so if a job was left: otherwise nothing is due but timers, which the search finds within seconds.
 */
final class JobOfThisNode extends ExecuteJobsRunnable {

    JobOfThisNode(String job, ProcessEngineImpl engine, Search search) {
        super(List.of(job), engine);
        jobExecutor = search;
    }

    /** The job executor as a job sees it that ends: whether it is active, and that it may search. */
    static final class Search extends JobExecutor {

        private final ProcessEngineConfigurationImpl engine;
        private final AtomicBoolean left = new AtomicBoolean();

        Search(ProcessEngineConfigurationImpl engine) {
            this.engine = engine;
        }

        /** A job was made that no thread of this node runs yet. */
        void jobWasLeft() {
            left.set(true);
        }

        @Override
        public boolean isActive() {
            return engine.getJobExecutor().isActive();
        }

        @Override
        public void jobWasAdded() {
            if (left.getAndSet(false)) {
                engine.getJobExecutor().jobWasAdded();
            }
        }

        @Override
        protected void startExecutingJobs() {
            throw new UnsupportedOperationException();
        }

        @Override
        protected void stopExecutingJobs() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void executeJobs(List<String> jobs, ProcessEngineImpl of) {
            throw new UnsupportedOperationException();
        }
    }
}
