package io.realname.enterprise.process;

import io.realname.payment.CorporatePayments;
import io.realname.process.ApplicationId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Reserve payment": stores the payment before it is sent, so that it is never sent twice. */
@Component
class ReservePayment implements JavaDelegate {

    private final CorporatePayments payments;

    ReservePayment(CorporatePayments payments) {
        this.payments = payments;
    }

    @Override
    public void execute(DelegateExecution execution) {
        payments.reserve(ApplicationId.of(execution));
    }
}
