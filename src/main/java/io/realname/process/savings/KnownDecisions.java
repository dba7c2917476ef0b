package io.realname.process.savings;

import com.github.benmanes.caffeine.cache.Cache;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;

/** As {@link KnownProcesses}, for decision tables. */
final class KnownDecisions extends DecisionDefinitionManager {

    private final Cache<String, DecisionDefinitionEntity> known;

    KnownDecisions(Cache<String, DecisionDefinitionEntity> known) {
        this.known = known;
    }

    @Override
    public DecisionDefinitionEntity findLatestDefinitionById(String id) {
        return known.get(id, super::findLatestDefinitionById);
    }

    @Override
    public DecisionDefinitionEntity findDefinitionByDeploymentAndKey(String deployment, String key) {
        return known.get(deployment + ' ' + key, both -> super.findDefinitionByDeploymentAndKey(deployment, key));
    }
}
