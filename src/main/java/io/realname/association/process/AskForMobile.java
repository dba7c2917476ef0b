package io.realname.association.process;

import io.realname.application.ActionType;
import io.realname.application.Applications;
import io.realname.process.ApplicationId;
import io.realname.process.DrawnDeadline;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Ask for mobile number": the verified account has none, so its owner has to add one at its site. */
@Component
class AskForMobile implements JavaDelegate {

    private final Applications applications;

    AskForMobile(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        applications.require(
                ApplicationId.of(execution),
                ActionType.BIND_MOBILE,
                null,
                DrawnDeadline.of(execution, AssociateVerifiedAccount.MOBILE_DEADLINE));
    }
}
