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

/** "Freeze account": for enterprise verification, as long as the table "Amount limits" says; then another row begins. */
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
