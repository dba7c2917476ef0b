package io.realname.newuser.process;

import io.realname.application.Applications;
import io.realname.bankcard.BankCardChecks;
import io.realname.bankcard.BankCardResult;
import io.realname.process.ApplicationId;
import io.realname.process.DecidedAnswer;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check bank card": asks the bank once. Then deletes the PAN, unless the result is {@code RATE_LIMITED}. */
@Component
class CheckBankCard implements JavaDelegate {

    private final Applications applications;
    private final BankCardChecks checks;
    private final AuditTrail trail;

    CheckBankCard(Applications applications, BankCardChecks checks, AuditTrail trail) {
        this.applications = applications;
        this.checks = checks;
        this.trail = trail;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        // Read in this transaction, in which the steps that follow need them too.
        Applications.Stated stated = applications.stated(id);
        String result = DecidedAnswer.of(checks.make(id, stated::bankCardQuestion))
                .map(Enum::name)
                .orElse("ANSWER_LOST");
        trail.append(id, AuditEvent.BANK_CARD_CHECKED, null, Map.of("result", result));
        NewUserVerification.CARD_RESULT.keep(execution, result);
        if (!result.equals(BankCardResult.RATE_LIMITED.name())) {
            applications.forgetPan(id);
        }
    }
}
