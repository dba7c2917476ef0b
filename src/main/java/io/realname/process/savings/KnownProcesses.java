package io.realname.process.savings;

import com.github.benmanes.caffeine.cache.Cache;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * The engine keeps parsed processes in memory, but asks the database for a process each time that it needs one, to know
 * whether an operator has suspended it, and which version is the latest. Here it asks once a second, and after each
 * deployment at this node.
 */
final class KnownProcesses extends ProcessDefinitionManager {

    private final Cache<String, ProcessDefinitionEntity> known;

    KnownProcesses(Cache<String, ProcessDefinitionEntity> known) {
        this.known = known;
    }

    @Override
    public void insertProcessDefinition(ProcessDefinitionEntity deployed) {
        super.insertProcessDefinition(deployed);
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, context -> known.invalidateAll());
    }

    /** For starts. Whoever deploys asks by the method without a cache, and so completes what another node has deployed. */
    @Override
    public @Nullable ProcessDefinitionEntity findLatestDefinitionByKey(String key) {
        return known.get("latest " + key, latest -> super.findLatestDefinitionByKey(key));
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
