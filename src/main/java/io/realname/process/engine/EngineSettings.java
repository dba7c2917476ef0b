package io.realname.process.engine;

import io.realname.application.Applications;
import io.realname.database.NodeClock;
import io.realname.process.history.AuditHistoryLevel;
import io.realname.process.history.HistoryProperties;
import io.realname.process.history.PassedSteps;
import io.realname.process.history.StepEvents;
import io.realname.tracing.Traces;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultAcquireJobsCommandFactory;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The engine's settings that {@code application.yaml} cannot state. */
@Component
@EnableConfigurationProperties(HistoryProperties.class)
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class EngineSettings extends AbstractProcessEnginePlugin {

    private final Traces traces;
    private final ObjectProvider<Applications> applications;
    private final PassedSteps steps;
    private final HistoryProperties history;
    private final ObjectProvider<NodeClock> clock;

    EngineSettings(
            Traces traces,
            ObjectProvider<Applications> applications,
            PassedSteps steps,
            HistoryProperties history,
            ObjectProvider<NodeClock> clock) {
        this.traces = traces;
        this.applications = applications;
        this.steps = steps;
        this.history = history;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new AuditHistoryLevel()));
        // A task outside of a process: our rules would not limit who sees and completes it.
        engine.setStandaloneTasksEnabled(false);
        engine.setHistoryRemovalTimeStrategy("start");
        engine.setHistoryEventProducer(new StepEvents(steps, history.steps()));
        // A refusal is a normal answer. With its stack traces in the log, real errors would be hard to find.
        engine.setEnableCmdExceptionLogging(false);
        // In the log, an application has the same name in a job as in a request.
        engine.setLoggingContextBusinessKey("applicationId");
        Interceptors.add(
                engine,
                new RefusalRecorder(),
                new NoNestedExpressions(),
                new NoCommentsOrAttachments(),
                new NoDeletedInstances(engine),
                new RetriesOfFailures(engine));
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (traces.isOn()) {
            engine.setDelegateInterceptor(new TracedSteps(traces, applications::getObject));
        }
        ExecuteJobHelper.LOGGING_HANDLER = new JobFailures();
        JobExecutor executor = engine.getJobExecutor();
        executor.setAcquireJobsCmdFactory(
                new JobsByRightClock(new DefaultAcquireJobsCommandFactory(executor), clock::getObject));
        engine.setFailedJobCommandFactory(new FailedJobs(engine.getFailedJobCommandFactory()));
    }
}
