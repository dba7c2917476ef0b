package io.realname.enterprise.process;

import io.realname.application.Applications;
import io.realname.enterprise.Enterprises;
import io.realname.process.ApplicationId;
import io.realname.process.IncidentCode;
import io.realname.process.OperatorMustActException;
import io.realname.review.NotApprovedException;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Verify enterprise": verifies the account as the enterprise's, if the personal verification that it upgrades still
 * exists.
 */
@Component
class VerifyEnterprise implements JavaDelegate {

    private final Applications applications;
    private final Enterprises enterprises;

    VerifyEnterprise(Applications applications, Enterprises enterprises) {
        this.applications = applications;
        this.enterprises = enterprises;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        applications.lock(id);
        try {
            EnterpriseVerification.ENTERPRISE_VERIFIED.note(execution, enterprises.verify(id));
        } catch (NotApprovedException e) {
            throw new OperatorMustActException(IncidentCode.NOT_APPROVED);
        }
    }
}
