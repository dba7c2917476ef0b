package io.realname.appeal.process;

import io.realname.appeal.ObjectionsToAppeals;
import io.realname.process.ApplicationId;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Raise objection": stores the objection with the appeal. If the appeal waits for objections, it goes back to the
 * reviewers at once.
 */
@Component
class RaiseObjection implements JavaDelegate {

    private final ObjectionsToAppeals objections;
    private final AwaitedObjections periods;
    private final RuntimeService runtime;

    RaiseObjection(ObjectionsToAppeals objections, AwaitedObjections periods, RuntimeService runtime) {
        this.objections = objections;
        this.periods = periods;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Optional<UUID> appeal = objections.raise(ApplicationId.of(execution));
        appeal.filter(periods::isRunning)
                .ifPresent(waiting -> runtime.createMessageCorrelation(Appeal.HOLDER_OBJECTED)
                        .processInstanceBusinessKey(waiting.toString())
                        .correlate());
        ObjectToAppeal.OBJECTION.note(execution, appeal.isPresent() ? "RAISED" : "TOO_LATE");
    }
}
