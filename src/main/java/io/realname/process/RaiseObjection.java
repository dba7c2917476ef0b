package io.realname.process;

import io.realname.application.ObjectionsToAppeals;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Raise objection": the appeal goes back to the reviewers, if it still waits for an objection. */
@Component
class RaiseObjection implements JavaDelegate {

    private final ObjectionsToAppeals objections;
    private final ObjectionPeriods periods;
    private final RuntimeService runtime;

    RaiseObjection(ObjectionsToAppeals objections, ObjectionPeriods periods, RuntimeService runtime) {
        this.objections = objections;
        this.periods = periods;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        Optional<UUID> appeal = objections.lockAppeal(id).filter(periods::isRunning);
        appeal.ifPresent(found -> {
            objections.raise(id, found);
            runtime.createMessageCorrelation(Appeal.HOLDER_OBJECTED)
                    .processInstanceBusinessKey(found.toString())
                    .correlate();
        });
        ObjectToAppeal.OBJECTION.note(execution, appeal.isPresent() ? "RAISED" : "TOO_LATE");
    }
}
