package io.realname.process.engine;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.stereotype.Component;

/** What {@code application.yaml} cannot say of the engine. */
@Component
class EngineSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new AuditHistoryLevel()));
        engine.setResourceAuthorizationProvider(new NoGrantsPerTask());
        engine.setCustomSessionFactories(List.of(new OwnTasks.Factory()));
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTasksChecker()));
        // A task outside of any process would be seen and decided by no rule of ours.
        engine.setStandaloneTasksEnabled(false);
        engine.setHistoryRemovalTimeStrategy("start");
        // The groups are called appeal-review and the like; the engine's own pattern knows no hyphens but one.
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*");
        // A refusal is an answer; with its stack trace in the log the real errors would drown.
        engine.setEnableCmdExceptionLogging(false);
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPreCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPreCommandInterceptorsTxRequired());
        }
        interceptors.add(new NotedRefusal());
        interceptors.add(new NoNestedExpressions());
        interceptors.add(new NothingBesideTasks());
        interceptors.add(new NoDeletedInstances(engine));
        interceptors.add(new ReviewersCommands(engine));
        interceptors.add(new RetriesOfFailures(engine));
        engine.setCustomPreCommandInterceptorsTxRequired(interceptors);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobCommandFactory(new IncidentAtOnce(engine.getFailedJobCommandFactory()));
    }
}
