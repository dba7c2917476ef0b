package io.realname.appeal.process;

import io.realname.appeal.Appeals;
import io.realname.application.Applications;
import io.realname.process.ApplicationId;
import io.realname.process.IncidentCode;
import io.realname.process.OperatorMustActException;
import io.realname.review.NotApprovedException;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Release identity": releases the bindings that the reviewers have seen, if they have not changed. */
@Component
class ReleaseIdentity implements JavaDelegate {

    private final Applications applications;
    private final Appeals appeals;

    ReleaseIdentity(Applications applications, Appeals appeals) {
        this.applications = applications;
        this.appeals = appeals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        applications.lock(id);
        try {
            Appeal.RELEASED.note(execution, appeals.release(id).name());
        } catch (NotApprovedException e) {
            throw new OperatorMustActException(IncidentCode.NOT_APPROVED);
        }
    }
}
