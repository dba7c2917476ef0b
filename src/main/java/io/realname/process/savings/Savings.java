package io.realname.process.savings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.realname.process.engine.Managers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
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
        JobOfThisNode.Search search = new JobOfThisNode.Search(engine);
        Managers.replace(engine, JobManager.class, () -> new JobsOfThisNode(this::inBackground, search));
        Managers.replace(engine, ProcessDefinitionManager.class, () -> new KnownProcesses(processes));
        Managers.replace(engine, DecisionDefinitionManager.class, () -> new KnownDecisions(decisions));
        Managers.replace(engine, IncidentManager.class, NoIncidentsOfNewJobs::new);
        Managers.replace(engine, AuthorizationManager.class, NoRightsOnInstances::new);
        Managers.replace(engine, JobDefinitionManager.class, () -> new KnownJobDefinitions(jobs));
        listen(engine, new NotedAnswers(), new FactsUntilAWait());
        DefaultDmnEngineConfiguration tables =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        NotedAnswers.of(tables);
        tables.setFeelEngineFactory(ParsedFeel.factory());
        engine.setDmnEngineConfiguration(tables);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        SentTogether.instead(engine.getSqlSessionFactory().getConfiguration());
    }

    private static void listen(ProcessEngineConfigurationImpl engine, BpmnParseListener... listeners) {
        if (engine.getCustomPreBPMNParseListeners() == null) {
            engine.setCustomPreBPMNParseListeners(new ArrayList<>());
        }
        engine.getCustomPreBPMNParseListeners().addAll(List.of(listeners));
    }

    private void inBackground(Runnable work) {
        scheduler.getObject().schedule(work, Instant.now());
    }

    private static <T> Cache<String, T> recent() {
        return Caffeine.newBuilder().expireAfterWrite(FRESH).maximumSize(MOST).build();
    }
}
