package io.realname.process.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What {@code application.yaml} cannot say of the engine. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class EngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new AuditHistoryLevel()));
        // A task outside of any process would be seen and decided by no rule of ours.
        engine.setStandaloneTasksEnabled(false);
        engine.setHistoryRemovalTimeStrategy("start");
        // A refusal is an answer; with its stack trace in the log the real errors would drown.
        engine.setEnableCmdExceptionLogging(false);
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
        engine.setFailedJobCommandFactory(new IncidentAtOnce(engine.getFailedJobCommandFactory()));
    }
}
