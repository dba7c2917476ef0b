package io.realname.process.savings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Puts the savings into the engine. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 1)
class Savings extends AbstractProcessEnginePlugin {

    /** How long a node may not know that an operator has suspended a process or its jobs. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final int MOST = 1_000;

    private final ObjectProvider<TaskScheduler> scheduler;

    Savings(ObjectProvider<TaskScheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        Cache<String, ProcessDefinitionEntity> processes = recent();
        Cache<String, DecisionDefinitionEntity> decisions = recent();
        Cache<String, JobDefinitionEntity> jobs = recent();
        List<SessionFactory> managers =
                new ArrayList<>(Objects.requireNonNullElse(engine.getCustomSessionFactories(), List.of()));
        managers.add(new Manager(JobManager.class, () -> new JobsOfThisNode(this::inBackground)));
        managers.add(new Manager(ProcessDefinitionManager.class, () -> new KnownProcesses(processes)));
        managers.add(new Manager(DecisionDefinitionManager.class, () -> new KnownDecisions(decisions)));
        managers.add(new Manager(JobDefinitionManager.class, () -> new KnownJobDefinitions(jobs)));
        engine.setCustomSessionFactories(managers);
        DefaultDmnEngineConfiguration tables =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(ParsedFeel.factory());
        engine.setDmnEngineConfiguration(tables);
    }

    private void inBackground(Runnable work) {
        scheduler.getObject().schedule(work, Instant.now());
    }

    private static <T> Cache<String, T> recent() {
        return Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    }

    /** Replaces one of the engine's managers. */
    private record Manager(Class<?> replaced, Supplier<Session> ours) implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return replaced;
        }

        @Override
        public Session openSession() {
            return ours.get();
        }
    }
}
