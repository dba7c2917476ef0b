package io.realname.process.deployment;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Loads the diagrams before the first request comes: the latest version of each process, and each older one that has
 * running instances. The engine would load one when it is first needed, and all requests for it would wait.
 */
@Component
class LoadedAtStart implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedAtStart.class);

    private final RepositoryService repository;
    private final RuntimeService runtime;

    LoadedAtStart(RepositoryService repository, RuntimeService runtime) {
        this.repository = repository;
        this.runtime = runtime;
    }

    @Override
    public void afterSingletonsInstantiated() {
        long start = System.nanoTime();
        List<String> used = used();
        used.forEach(((RepositoryServiceImpl) repository)::getDeployedProcessDefinition);
        LOG.info(
                "loaded {} versions of processes in {} ms",
                used.size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
    }

    private List<String> used() {
        Set<String> latest = new HashSet<>();
        return repository.createProcessDefinitionQuery().orderByProcessDefinitionVersion().desc().list().stream()
                .filter(process -> latest.add(process.getKey()) || isRunning(process))
                .map(ProcessDefinition::getId)
                .toList();
    }

    private boolean isRunning(ProcessDefinition process) {
        return !runtime.createProcessInstanceQuery()
                .processDefinitionId(process.getId())
                .listPage(0, 1)
                .isEmpty();
    }
}
