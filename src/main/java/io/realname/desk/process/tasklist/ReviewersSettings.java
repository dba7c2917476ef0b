package io.realname.desk.process.tasklist;

import io.realname.process.engine.Interceptors;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.springframework.stereotype.Component;

/** The engine's settings that limit what reviewers see and do. */
@Component
class ReviewersSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new NoGrantsPerTask());
        engine.setCustomSessionFactories(List.of(new OwnTasks.Factory()));
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTasksChecker()));
        // The engine's default pattern refuses the hyphen in ids such as appeal-review.
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*");
        Interceptors.add(engine, new ReviewersCommands(engine));
    }
}
