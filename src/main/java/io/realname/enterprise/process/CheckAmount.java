package io.realname.enterprise.process;

import io.realname.application.Applications;
import io.realname.payment.AmountComparison;
import io.realname.payment.StatedAmounts;
import io.realname.process.ApplicationId;
import io.realname.process.DecidedAnswer;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Check amount": compares the stated amount with the payment. If the provider cannot answer, the applicant loses no
 * try.
 */
@Component
class CheckAmount implements JavaDelegate {

    private final Applications applications;
    private final StatedAmounts amounts;
    private final AuditTrail trail;

    CheckAmount(Applications applications, StatedAmounts amounts, AuditTrail trail) {
        this.applications = applications;
        this.amounts = amounts;
        this.trail = trail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        boolean right = DecidedAnswer.of(amounts.compare(id)).orElseThrow() == AmountComparison.SAME;
        String account = applications.get(id).account();
        trail.append(id, AuditEvent.AMOUNT_STATED, null, Map.of("result", right ? "RIGHT" : "WRONG"));
        if (right) {
            amounts.resetWrongInRow(account);
        }
        EnterpriseVerification.AMOUNT_RIGHT.note(execution, right);
        EnterpriseVerification.WRONG_AMOUNTS_IN_ROW.note(execution, amounts.wrongInRow(account));
    }
}
