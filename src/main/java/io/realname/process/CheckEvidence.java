package io.realname.process;

import io.realname.application.RequiredEvidence;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check evidence": whether everything is there that people need to decide. */
@Component
class CheckEvidence implements JavaDelegate {

    private final RequiredEvidence required;

    CheckEvidence(RequiredEvidence required) {
        this.required = required;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Appeal.EVIDENCE_COMPLETE.note(
                execution, required.missing(ApplicationId.of(execution)).isEmpty());
    }
}
