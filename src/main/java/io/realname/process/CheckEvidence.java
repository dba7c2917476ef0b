package io.realname.process;

import io.realname.application.Appeals;
import io.realname.application.Applications;
import io.realname.application.RequiredEvidence;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check evidence": whether everything is there that people need to decide. */
@Component
class CheckEvidence implements JavaDelegate {

    private final Applications applications;
    private final Appeals appeals;
    private final RequiredEvidence required;

    CheckEvidence(Applications applications, Appeals appeals, RequiredEvidence required) {
        this.applications = applications;
        this.appeals = appeals;
        this.required = required;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        boolean complete = required.missing(id).isEmpty();
        if (complete) {
            appeals.takePlace(id);
            applications.proceed(id);
        }
        Appeal.EVIDENCE_COMPLETE.note(execution, complete);
    }
}
