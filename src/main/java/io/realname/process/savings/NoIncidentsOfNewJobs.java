package io.realname.process.savings;

import java.util.List;
import org.camunda.bpm.engine.impl.persistence.entity.IncidentManager;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;

/**
 * When a job is done, the engine asks the database for the job's incidents, to close them. A job whose row was never changed
 * has none: it gets one when its retries are used up or set to 0, and both change the row.
 */
final class NoIncidentsOfNewJobs extends IncidentManager {

    /** The revision with which the engine inserts a row. */
    private static final int NEVER_CHANGED = 1;

    @Override
    public List<Incident> findIncidentByConfiguration(String configuration) {
        return isNew(configuration) ? List.of() : super.findIncidentByConfiguration(configuration);
    }

    @Override
    public List<Incident> findIncidentByConfigurationAndIncidentType(String configuration, String type) {
        return isNew(configuration) ? List.of() : super.findIncidentByConfigurationAndIncidentType(configuration, type);
    }

    private boolean isNew(String configuration) {
        JobEntity job = getDbEntityManager().getCachedEntity(JobEntity.class, configuration);
        return job != null && job.getRevision() <= NEVER_CHANGED;
    }
}
