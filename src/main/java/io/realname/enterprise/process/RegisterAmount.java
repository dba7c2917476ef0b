package io.realname.enterprise.process;

import io.realname.application.Applications;
import io.realname.enterprise.EnterpriseReader;
import io.realname.payment.PaymentAmount;
import io.realname.payment.StatedAmounts;
import io.realname.process.ApplicationId;
import io.realname.process.ClientMessage;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register amount": stores the amount that the applicant states. A job of its own compares it. */
@Component
class RegisterAmount implements JavaDelegate {

    private final EnterpriseReader reader;
    private final Applications applications;
    private final StatedAmounts amounts;

    RegisterAmount(EnterpriseReader reader, Applications applications, StatedAmounts amounts) {
        this.reader = reader;
        this.applications = applications;
        this.amounts = amounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        PaymentAmount amount = reader.amount(ClientMessage.AMOUNT_SUBMITTED.take(execution));
        amounts.state(id, applications.get(id).account(), amount);
        applications.proceed(id);
    }
}
