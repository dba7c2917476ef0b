package io.realname.process.evidence;

import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.Applications;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.process.ApplicationId;
import io.realname.process.DrawnDeadline;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Ask for evidence": tells the applicant which evidence is missing, or what a reviewer asks for. */
@Component
class AskForEvidence implements JavaDelegate {

    private final Applications applications;
    private final RequiredEvidence required;

    AskForEvidence(Applications applications, RequiredEvidence required) {
        this.applications = applications;
        this.required = required;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        applications.require(
                id,
                ActionType.ADD_EVIDENCE,
                required.isAskedByReviewer(id) ? ActionReason.REVIEWER_ASKS : ActionReason.EVIDENCE_MISSING,
                DrawnDeadline.of(execution, ReviewDocuments.EVIDENCE_DEADLINE));
    }
}
