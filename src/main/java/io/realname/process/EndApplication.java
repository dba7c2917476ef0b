package io.realname.process;

import io.realname.application.Applications;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeReason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * The end events of an application: stores the outcome that the diagram states in the field {@code outcome}. A
 * prototype bean, because the engine sets the fields of each end event on it.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class EndApplication implements JavaDelegate {

    private final Applications applications;
    private @Nullable Expression outcome;
    private @Nullable Expression reason;

    EndApplication(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String code = text(outcome, execution);
        if (code == null) {
            throw new IllegalStateException(execution.getCurrentActivityId() + " states no outcome");
        }
        String why = text(reason, execution);
        applications.end(
                ApplicationId.of(execution),
                OutcomeCode.valueOf(code),
                why == null ? null : OutcomeReason.valueOf(why));
    }

    private static @Nullable String text(@Nullable Expression field, DelegateExecution execution) {
        return field == null ? null : (String) field.getValue(execution);
    }

    public void setOutcome(Expression outcome) {
        this.outcome = outcome;
    }

    public void setReason(Expression reason) {
        this.reason = reason;
    }
}
