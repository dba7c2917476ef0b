package io.realname.process.savings;

import com.github.benmanes.caffeine.cache.Cache;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;

/**
 * The engine keeps parsed processes in memory, but asks the database for a process each time that it needs one, to know
 * whether an operator has suspended it. Here it asks once a second.
 */
final class KnownProcesses extends ProcessDefinitionManager {

    private final Cache<String, ProcessDefinitionEntity> known;

    KnownProcesses(Cache<String, ProcessDefinitionEntity> known) {
        this.known = known;
    }

    @Override
    public ProcessDefinitionEntity findLatestDefinitionById(String id) {
        return known.get(id, super::findLatestDefinitionById);
    }

    @Override
    public ProcessDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
        return known.get(deployment + ' ' + key, both -> super.findDefinitionByDeploymentAndKey(deployment, key));
    }
}
