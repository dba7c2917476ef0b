package io.realname.newuser.process;

import io.realname.application.Applications;
import io.realname.bankcard.BankCardChecks;
import io.realname.process.ApplicationId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Reserve bank-card check": stores the billed check before it is made, so that it is never made twice. */
@Component
class ReserveBankCardCheck implements JavaDelegate {

    private final Applications applications;
    private final BankCardChecks checks;

    ReserveBankCardCheck(Applications applications, BankCardChecks checks) {
        this.applications = applications;
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stated = applications.stated(ApplicationId.of(execution));
        checks.reserve(stated.checkSubject(), stated.pan());
    }
}
