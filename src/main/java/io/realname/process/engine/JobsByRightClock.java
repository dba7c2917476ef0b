package io.realname.process.engine;

import io.realname.database.NodeClock;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.jobexecutor.AcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;

/**
 * Takes jobs only while this node's clock is right: by its clock the engine decides which jobs are due, and whose locks
 * have expired.
 */
final class JobsByRightClock implements AcquireJobsCommandFactory {

    private final AcquireJobsCommandFactory jobs;
    private final Supplier<NodeClock> clock;

    JobsByRightClock(AcquireJobsCommandFactory jobs, Supplier<NodeClock> clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public Command<AcquiredJobs> getCommand(int atMost) {
        return clock.get().isOff() ? context -> new AcquiredJobs(0) : jobs.getCommand(atMost);
    }
}
