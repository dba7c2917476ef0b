package io.realname.newuser.process;

import io.realname.mobile.MobileCodes;
import io.realname.newuser.BankCard;
import io.realname.newuser.NewUserReader;
import io.realname.newuser.NewUsers;
import io.realname.process.ApplicationId;
import io.realname.process.ClientMessage;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register bank card": stores the corrected card. A different mobile number must be confirmed again. */
@Component
class RegisterBankCard implements JavaDelegate {

    private final NewUserReader reader;
    private final NewUsers newUsers;
    private final MobileCodes codes;
    private final CardFacts cardFacts;

    RegisterBankCard(NewUserReader reader, NewUsers newUsers, MobileCodes codes, CardFacts cardFacts) {
        this.reader = reader;
        this.newUsers = newUsers;
        this.codes = codes;
        this.cardFacts = cardFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        BankCard bankCard = reader.bankCard(ClientMessage.BANK_CARD_SUBMITTED.take(execution));
        newUsers.replaceBankCard(id, bankCard);
        cardFacts.note(execution, id, bankCard);
        NewUserVerification.MOBILE_CONFIRMED.note(execution, codes.isConfirmed(id, bankCard.mobile()));
    }
}
