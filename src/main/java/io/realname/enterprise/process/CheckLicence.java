package io.realname.enterprise.process;

import io.realname.enterprise.StatedEnterprises;
import io.realname.licence.LicenceAnswer;
import io.realname.licence.LicenceChecks;
import io.realname.process.ApplicationId;
import io.realname.process.OperatorMustActException;
import io.realname.process.ProviderUnavailableException;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check licence": asks the register, once. Where its answer gets lost, people look the licence up. */
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
        LicenceAnswer answer = checks.make(id, () -> enterprises.details(id).licenceQuestion());
        if (answer instanceof LicenceAnswer.NotProcessed notProcessed) {
            throw new ProviderUnavailableException(notProcessed.reason());
        }
        if (answer instanceof LicenceAnswer.ProviderRefused refused) {
            throw new OperatorMustActException(refused.reason());
        }
        String result = answer instanceof LicenceAnswer.Decided decided
                ? decided.finding().result().name()
                : EnterpriseVerification.ANSWER_LOST;
        trail.append(id, AuditEvent.LICENCE_CHECKED, null, Map.of("result", result));
        EnterpriseVerification.LICENCE_RESULT.keep(execution, result);
    }
}
