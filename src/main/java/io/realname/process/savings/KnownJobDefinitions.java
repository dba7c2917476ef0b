package io.realname.process.savings;

import com.github.benmanes.caffeine.cache.Cache;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.jspecify.annotations.Nullable;

/**
 * As {@link KnownProcesses}, for the definitions of jobs. Each transaction gets a copy of its own, as if it had read it:
 * if the transaction changes the copy, the engine stores it, or finds that another one was faster.
 */
final class KnownJobDefinitions extends JobDefinitionManager {

    private final Cache<String, JobDefinitionEntity> known;

    KnownJobDefinitions(Cache<String, JobDefinitionEntity> known) {
        this.known = known;
    }

    @Override
    public @Nullable JobDefinitionEntity findById(String id) {
        JobDefinitionEntity read = getDbEntityManager().getCachedEntity(JobDefinitionEntity.class, id);
        if (read != null) {
            return read;
        }
        JobDefinitionEntity recent = known.getIfPresent(id);
        if (recent != null) {
            JobDefinitionEntity copy = copy(recent);
            getDbEntityManager().getDbEntityCache().putPersistent(copy);
            return copy;
        }
        JobDefinitionEntity now = super.findById(id);
        if (now != null) {
            known.put(id, copy(now));
        }
        return now;
    }

    private static JobDefinitionEntity copy(JobDefinitionEntity original) {
        JobDefinitionEntity copy = new JobDefinitionEntity();
        copy.setId(original.getId());
        copy.setRevision(original.getRevision());
        copy.setProcessDefinitionId(original.getProcessDefinitionId());
        copy.setProcessDefinitionKey(original.getProcessDefinitionKey());
        copy.setActivityId(original.getActivityId());
        copy.setJobType(original.getJobType());
        copy.setJobConfiguration(original.getJobConfiguration());
        copy.setSuspensionState(original.getSuspensionState());
        copy.setJobPriority(original.getOverridingJobPriority());
        copy.setTenantId(original.getTenantId());
        copy.setDeploymentId(original.getDeploymentId());
        return copy;
    }
}
