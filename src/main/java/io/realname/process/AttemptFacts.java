package io.realname.process;

import io.realname.application.Applications;
import io.realname.bankcard.CardAttempts;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The facts that the table "Attempt limits" reads. */
@Component
class AttemptFacts {

    private final Applications applications;

    AttemptFacts(Applications applications) {
        this.applications = applications;
    }

    /** @param account whose applications are counted, the present one with them */
    void note(VariableScope scope, String account, CardAttempts cards) {
        NewUserVerification.APPLICATIONS_OF_ACCOUNT_TODAY.note(scope, applications.countToday(account));
        NewUserVerification.WRONG_CARDS_OF_APPLICATION.note(scope, cards.wrongCardsOfApplication());
        NewUserVerification.CHECKS_OF_APPLICATION.note(scope, cards.checksOfApplication());
        NewUserVerification.WRONG_CARDS_OF_ACCOUNT_TODAY.note(scope, cards.wrongCardsOfAccountToday());
        NewUserVerification.WRONG_CARDS_OF_IDENTITY_TODAY.note(scope, cards.wrongCardsOfIdentityToday());
        NewUserVerification.WRONG_CARDS_OF_CARD_TODAY.note(scope, cards.wrongCardsOfCardToday());
        NewUserVerification.CHECKS_OF_CARD_TODAY.note(scope, cards.checksOfCardToday());
    }
}
