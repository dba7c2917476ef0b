package io.realname.process;

import java.time.Duration;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;

/**
 * Reads a deadline from a timer event of the diagram, to tell it to the applicant. Only the diagram states the
 * deadline.
 */
public final class DrawnDeadline {

    private DrawnDeadline() {}

    /**
     * @param timerEvent the id of an event with an ISO 8601 duration in days and smaller units; no weeks, months or
     *     years
     */
    public static Duration of(DelegateExecution execution, String timerEvent) {
        CatchEvent event = execution.getBpmnModelInstance().getModelElementById(timerEvent);
        return event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .map(timer ->
                        Duration.parse(timer.getTimeDuration().getTextContent().strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(timerEvent + " has no timer"));
    }
}
