package io.realname.newuser.process;

import io.realname.application.Applications;
import io.realname.application.Applications.Stated;
import io.realname.bankcard.Bank;
import io.realname.bankcard.BankCardChecks;
import io.realname.bankcard.BankSettings;
import io.realname.bankcard.Issuer;
import io.realname.bankcard.IssuerDirectory;
import io.realname.bankcard.Pan;
import io.realname.newuser.BankCard;
import io.realname.process.AttemptFacts;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The facts about a card and its attempts that the decision tables read. */
@Component
class CardFacts {

    private final Applications applications;
    private final BankCardChecks checks;
    private final IssuerDirectory issuers;
    private final BankSettings settings;
    private final AttemptFacts attemptFacts;

    CardFacts(
            Applications applications,
            BankCardChecks checks,
            IssuerDirectory issuers,
            BankSettings settings,
            AttemptFacts attemptFacts) {
        this.applications = applications;
        this.checks = checks;
        this.issuers = issuers;
        this.settings = settings;
        this.attemptFacts = attemptFacts;
    }

    /**
     * Sets the facts about a card to check: its issuer, and how often the card, the account and the identity were
     * tried.
     */
    void note(VariableScope scope, UUID application, BankCard card) {
        Optional<Issuer> issuer = issuers.issuerOf(card.pan());
        String bank = issuer.map(Issuer::bank)
                .or(() -> Optional.ofNullable(card.bank()))
                .map(Bank::code)
                .orElse("");
        NewUserVerification.BANK.note(scope, bank);
        NewUserVerification.BANK_SETTING.note(scope, settings.of(bank).name());
        NewUserVerification.CARD_TYPE.note(
                scope, issuer.map(i -> i.type().name()).orElse("UNKNOWN"));
        noteAttempts(scope, application, card.pan());
    }

    /** @param pan absent if the next card is not known yet; the counts of the card are then 0 */
    void noteAttempts(VariableScope scope, UUID application, @Nullable Pan pan) {
        Stated stated = applications.stated(application);
        attemptFacts.note(scope, stated.account(), checks.attempts(stated.checkSubject(), pan));
    }
}
