package io.realname.enterprise.process;

import io.realname.enterprise.StatedEnterprises;
import io.realname.licence.LicenceChecks;
import io.realname.process.ApplicationId;
import io.realname.process.DecidedAnswer;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check licence": asks the register once. If its answer does not arrive, reviewers look the licence up. */
@Component
class CheckLicence implements JavaDelegate {

    private final StatedEnterprises enterprises;
    private final LicenceChecks checks;
    private final AuditTrail trail;

    CheckLicence(StatedEnterprises enterprises, LicenceChecks checks, AuditTrail trail) {
        this.enterprises = enterprises;
        this.checks = checks;
        this.trail = trail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        String result = DecidedAnswer.of(
                        checks.make(id, () -> enterprises.details(id).licenceQuestion()))
                .map(finding -> finding.result().name())
                .orElse(EnterpriseVerification.ANSWER_LOST);
        trail.append(id, AuditEvent.LICENCE_CHECKED, null, Map.of("result", result));
        EnterpriseVerification.LICENCE_RESULT.keep(execution, result);
    }
}
