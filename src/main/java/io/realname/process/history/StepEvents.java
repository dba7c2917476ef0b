package io.realname.process.history;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.impl.migration.instance.MigratingActivityInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Tells {@link PassedSteps} which steps an instance enters and leaves. Unless it is told otherwise, the engine stores no
 * rows of its own for them.
 */
public final class StepEvents extends CacheAwareHistoryEventProducer {

    private final PassedSteps steps;
    private final boolean alsoInEngine;

    /** @param alsoInEngine whether the engine stores its own history of each step too */
    public StepEvents(PassedSteps steps, boolean alsoInEngine) {
        this.steps = steps;
        this.alsoInEngine = alsoInEngine;
    }

    @Override
    public @Nullable HistoryEvent createActivityInstanceStartEvt(DelegateExecution execution) {
        steps.entered(
                execution.getProcessInstanceId(), execution.getProcessDefinitionId(), execution.getCurrentActivityId());
        return alsoInEngine ? super.createActivityInstanceStartEvt(execution) : null;
    }

    @Override
    public @Nullable HistoryEvent createActivityInstanceEndEvt(DelegateExecution execution) {
        steps.left(
                execution.getProcessInstanceId(), execution.getProcessDefinitionId(), execution.getCurrentActivityId());
        return alsoInEngine ? super.createActivityInstanceEndEvt(execution) : null;
    }

    @Override
    public @Nullable HistoryEvent createActivityInstanceUpdateEvt(DelegateExecution execution) {
        return alsoInEngine ? super.createActivityInstanceUpdateEvt(execution) : null;
    }

    @Override
    public @Nullable HistoryEvent createActivityInstanceUpdateEvt(DelegateExecution execution, DelegateTask task) {
        return alsoInEngine ? super.createActivityInstanceUpdateEvt(execution, task) : null;
    }

    @Override
    public @Nullable HistoryEvent createActivityInstanceMigrateEvt(MigratingActivityInstance instance) {
        return alsoInEngine ? super.createActivityInstanceMigrateEvt(instance) : null;
    }

    /** Its key and version are copied into each event. The engine would ask the database for them in each transaction. */
    @Override
    protected @Nullable ProcessDefinitionEntity getProcessDefinitionEntity(@Nullable String id) {
        return id == null || Context.getCommandContext() == null
                ? null
                : Context.getCommandContext().getProcessDefinitionManager().findLatestDefinitionById(id);
    }
}
