package io.realname.newuser;

import io.realname.account.Account;
import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.Registration;
import io.realname.protection.ApplicationFacts;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.RefusalException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Applications of people whom the platform does not know yet. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class NewUsers {

    private final Applications applications;
    private final AuditTrail trail;

    NewUsers(Applications applications, AuditTrail trail) {
        this.applications = applications;
        this.trail = trail;
    }

    /**
     * Registers what a new user states.
     *
     * @throws RefusalException as {@link Applications#applicant} and {@link Applications#register}
     */
    public void register(UUID id, String client, NewUserApplication form) {
        Account account = applications.applicant(form.account());
        BankCard card = form.bankCard();
        applications.register(new Registration(id, ApplicationKind.NEW_USER, client, account)
                .person(form.person())
                .mobile(card.mobile())
                .pan(card.pan())
                .agreed());
        tellConfirmed(id, card);
    }

    /** Puts another bank card in the place of the one that did not do. */
    public void replaceBankCard(UUID id, BankCard card) {
        applications.replaceBankCard(id, card.pan(), card.mobile());
        tellConfirmed(id, card);
    }

    private void tellConfirmed(UUID id, BankCard card) {
        if (!card.pan().checkDigitMatches()) {
            trail.append(id, AuditEvent.NUMBER_CONFIRMED, null, ApplicationFacts.confirmed("BANK_CARD"));
        }
    }
}
