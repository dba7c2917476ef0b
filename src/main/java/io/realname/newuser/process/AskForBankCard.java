package io.realname.newuser.process;

import io.realname.application.ActionReason;
import io.realname.application.ActionType;
import io.realname.application.Applications;
import io.realname.process.ApplicationId;
import io.realname.process.DrawnDeadline;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Ask for bank card": asks the applicant for another card, and tells why. */
@Component
class AskForBankCard implements JavaDelegate {

    private final Applications applications;

    AskForBankCard(Applications applications) {
        this.applications = applications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        applications.require(
                ApplicationId.of(execution),
                ActionType.CORRECT_BANK_CARD,
                reason(NewUserVerification.CARD_RESULT.of(execution)),
                DrawnDeadline.of(execution, NewUserVerification.CORRECTION_DEADLINE));
    }

    private static ActionReason reason(String cardResult) {
        return switch (cardResult) {
            case "MISMATCH" -> ActionReason.CARD_DETAILS_MISMATCH;
            case "CARD_NOT_USABLE" -> ActionReason.CARD_NOT_USABLE;
            case "ANSWER_LOST" -> ActionReason.BANK_ANSWER_LOST;
            default -> throw new IllegalStateException("another card does not help after " + cardResult);
        };
    }
}
