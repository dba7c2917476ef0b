package io.realname.process;

import io.realname.application.ApplicationReader;
import io.realname.application.Applications;
import io.realname.application.BankCard;
import io.realname.mobile.MobileCodes;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register bank card": takes the corrected card; another mobile number has to be confirmed anew. */
@Component
class RegisterBankCard implements JavaDelegate {

    private final ApplicationReader reader;
    private final Applications applications;
    private final MobileCodes codes;
    private final CardFacts cardFacts;

    RegisterBankCard(ApplicationReader reader, Applications applications, MobileCodes codes, CardFacts cardFacts) {
        this.reader = reader;
        this.applications = applications;
        this.codes = codes;
        this.cardFacts = cardFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        BankCard bankCard = reader.bankCard(NewUserVerification.BANK_CARD.take(execution));
        applications.replaceBankCard(id, bankCard);
        cardFacts.note(execution, id, bankCard);
        NewUserVerification.MOBILE_CONFIRMED.note(execution, codes.isConfirmed(id, bankCard.mobile()));
    }
}
