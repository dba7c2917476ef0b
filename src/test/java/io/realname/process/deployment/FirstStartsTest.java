package io.realname.process.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.newuser.process.NewUserVerification;
import io.realname.process.ProcessRun;
import io.realname.process.ProcessRuns;
import io.realname.process.ProcessTest;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The first applications after a restart, or after another node has deployed, come while a diagram is being loaded. */
@ProcessTest
class FirstStartsTest {

    @Autowired
    private ProcessRuns runs;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private LoadedAtStart loaded;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void secondStartWaitsUntilTheFirstHasLoadedTheDiagram() throws Exception {
        // The called diagram: it has the first step for which a job is made.
        engine.getDeploymentCache()
                .removeProcessDefinition(latest("confirm-mobile").getId());
        FutureTask<ProcessRun> first = new FutureTask<>(() -> runs.apply(runs.somebody()));
        FutureTask<ProcessRun> second = new FutureTask<>(() -> runs.apply(runs.somebody()));
        Thread waiting = new Thread(second, "second");
        // Stops the first where the engine has parsed the diagram, but does not know the job definitions yet.
        transaction.executeWithoutResult(status -> {
            jdbc.sql("lock table act_ru_jobdef in access exclusive mode").update();
            new Thread(first, "first").start();
            await().until(this::somebodyWaitsForTheLock);
            waiting.start();
            await().until(() -> waiting.getState() == Thread.State.BLOCKED || second.isDone());
        });
        assertThat(first.get(30, TimeUnit.SECONDS).verification()).isNotNull();
        assertThat(second.get(30, TimeUnit.SECONDS).verification()).isNotNull();
    }

    @Test
    void latestVersionsAreLoadedAtTheStart() {
        engine.getDeploymentCache().discardProcessDefinitionCache();
        loaded.afterSingletonsInstantiated();
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .extracting(ProcessDefinition::getKey)
                .contains(NewUserVerification.KEY);
        assertThat(repository.createProcessDefinitionQuery().latestVersion().list())
                .allSatisfy(process -> assertThat(engine.getDeploymentCache()
                                .getProcessDefinitionCache()
                                .get(process.getId()))
                        .isNotNull());
    }

    private ProcessDefinition latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    private boolean somebodyWaitsForTheLock() {
        return jdbc.sql(
                        "select exists (select 1 from pg_locks where relation = 'act_ru_jobdef'::regclass and not granted)")
                .query(Boolean.class)
                .single();
    }
}
