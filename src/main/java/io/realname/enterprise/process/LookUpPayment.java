package io.realname.enterprise.process;

import io.realname.application.Applications;
import io.realname.payment.CorporatePayments;
import io.realname.payment.PaymentState;
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
 * "Look up payment": asks the provider whether the payment has arrived. While it is on its way, the job is retried in
 * the cycle that the diagram states.
 */
@Component
class LookUpPayment implements JavaDelegate {

    private final Applications applications;
    private final CorporatePayments payments;
    private final StatedAmounts amounts;
    private final AuditTrail trail;

    LookUpPayment(Applications applications, CorporatePayments payments, StatedAmounts amounts, AuditTrail trail) {
        this.applications = applications;
        this.payments = payments;
        this.amounts = amounts;
        this.trail = trail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        boolean arrived = DecidedAnswer.of(payments.state(id)).orElseThrow() == PaymentState.ARRIVED;
        trail.append(id, AuditEvent.PAYMENT_SETTLED, null, Map.of("arrived", Boolean.toString(arrived)));
        EnterpriseVerification.PAYMENT_ARRIVED.note(execution, arrived);
        EnterpriseVerification.WRONG_AMOUNTS_IN_ROW.note(
                execution, amounts.wrongInRow(applications.get(id).account()));
    }
}
