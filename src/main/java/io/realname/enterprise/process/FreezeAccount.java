package io.realname.enterprise.process;

import io.realname.application.Applications;
import io.realname.enterprise.Enterprises;
import io.realname.payment.StatedAmounts;
import io.realname.process.ApplicationId;
import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Freeze account": freezes the account for enterprise verification, for the time that the table "Amount limits"
 * states. Sets the account's count of wrong amounts to 0.
 */
@Component
class FreezeAccount implements JavaDelegate {

    private final Applications applications;
    private final Enterprises enterprises;
    private final StatedAmounts amounts;

    FreezeAccount(Applications applications, Enterprises enterprises, StatedAmounts amounts) {
        this.applications = applications;
        this.enterprises = enterprises;
        this.amounts = amounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        enterprises.freeze(id, Duration.parse(EnterpriseVerification.FROZEN_FOR.of(execution)));
        amounts.resetWrongInRow(applications.get(id).account());
    }
}
