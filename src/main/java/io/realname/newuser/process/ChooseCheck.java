package io.realname.newuser.process;

import io.realname.application.Applications;
import io.realname.identity.VerificationMethod;
import io.realname.newuser.CheckOfDocument;
import io.realname.process.ApplicationId;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Choose check": the bank checks the types of document that it knows, reviewers check the others. Reviewers need no
 * card, so this step then deletes the PAN.
 */
@Component
class ChooseCheck implements JavaDelegate {

    private final Applications applications;
    private final CheckOfDocument check;

    ChooseCheck(Applications applications, CheckOfDocument check) {
        this.applications = applications;
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        boolean byBank = check.methodFor(applications.stated(id).person()) == VerificationMethod.BANK_CARD;
        if (!byBank) {
            applications.forgetPan(id);
        }
        NewUserVerification.BANK_KNOWS_DOCUMENT.note(execution, byBank);
    }
}
