package io.realname.desk.process.tasklist;

import io.realname.process.engine.Interceptors;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.stereotype.Component;

/** The engine's settings that limit what reviewers see and do. */
@Component
class ReviewersSettings extends AbstractProcessEnginePlugin {

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new NoGrantsPerTask());
        List<SessionFactory> managers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.of()));
        managers.add(new OwnTasks.Factory());
        engine.setCustomSessionFactories(managers);
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTasksChecker()));
        // The engine's default pattern refuses the hyphen in ids such as appeal-review.
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*");
        Interceptors.add(engine, new ReviewersCommands(engine));
    }
}
