package io.realname.enterprise.process;

import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.Applications;
import io.realname.enterprise.StatedEnterprises;
import io.realname.payment.StatedAmounts;
import io.realname.process.ApplicationId;
import io.realname.process.DrawnDeadline;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Ask for amount": asks the applicant how much has arrived, and stores how many tries are left. */
@Component
class AskForAmount implements JavaDelegate {

    private final Applications applications;
    private final StatedEnterprises enterprises;
    private final StatedAmounts amounts;

    AskForAmount(Applications applications, StatedEnterprises enterprises, StatedAmounts amounts) {
        this.applications = applications;
        this.enterprises = enterprises;
        this.amounts = amounts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        enterprises.noteTriesLeft(id, EnterpriseVerification.AMOUNT_TRIES_LEFT.of(execution));
        applications.require(
                id,
                ActionType.CONFIRM_AMOUNT,
                amounts.hasStated(id) ? ActionReason.AMOUNT_WRONG : null,
                DrawnDeadline.of(execution, EnterpriseVerification.AMOUNT_DEADLINE));
    }
}
