package io.realname.process.history;

import java.util.Set;
import org.camunda.bpm.engine.impl.history.HistoryLevel;
import org.camunda.bpm.engine.impl.history.event.HistoryEventType;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.jspecify.annotations.Nullable;

/**
 * The history that the engine keeps of an instance: its activities, tasks, failed jobs, incidents, and what operators
 * did. Not its variables, forms and decisions: they are flags, and would cost three rows each.
 */
public final class AuditHistoryLevel implements HistoryLevel {

    static final String NAME = "realname";

    /** The engine stores it in the database. It must never change. */
    private static final int ID = 40;

    private static final Set<String> DROPPED = Set.of(
            key(HistoryEventTypes.VARIABLE_INSTANCE_CREATE),
            key(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE),
            key(HistoryEventTypes.VARIABLE_INSTANCE_UPDATE_DETAIL),
            key(HistoryEventTypes.VARIABLE_INSTANCE_MIGRATE),
            key(HistoryEventTypes.VARIABLE_INSTANCE_DELETE),
            key(HistoryEventTypes.FORM_PROPERTY_UPDATE),
            key(HistoryEventTypes.DMN_DECISION_EVALUATE),
            key(HistoryEventTypes.JOB_CREATE),
            key(HistoryEventTypes.JOB_SUCCESS),
            key(HistoryEventTypes.JOB_DELETE));

    @Override
    public int getId() {
        return ID;
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean isHistoryEventProduced(HistoryEventType type, @Nullable Object entity) {
        return !DROPPED.contains(key(type));
    }

    private static String key(HistoryEventType type) {
        return type.getEventName() + type.getEntityType();
    }
}
