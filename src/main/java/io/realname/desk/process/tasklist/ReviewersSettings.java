package io.realname.desk.process.tasklist;

import io.realname.process.engine.Interceptors;
import io.realname.process.engine.Managers;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The engine's settings that limit what reviewers see and do. */
@Component
class ReviewersSettings extends AbstractProcessEnginePlugin {

    private final OfferedTasks offered;

    ReviewersSettings(JdbcClient jdbc) {
        this.offered = new OfferedTasks(jdbc);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setResourceAuthorizationProvider(new NoGrantsPerTask());
        Managers.replace(engine, TaskManager.class, () -> new OwnTasks(offered));
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new OwnTasksChecker()));
        // The engine's default pattern refuses the hyphen in ids such as appeal-review.
        engine.setGroupResourceWhitelistPattern("[a-zA-Z0-9]+(-[a-zA-Z0-9]+)*");
        Interceptors.add(engine, new ReviewersCommands(engine));
    }
}
