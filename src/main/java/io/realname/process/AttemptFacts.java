package io.realname.process;

import io.realname.application.Applications;
import io.realname.bankcard.CardAttempts;
import java.util.List;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.stereotype.Component;

/** The facts that the table "Attempt limits" reads. */
@Component
public class AttemptFacts {

    static final Fact<Integer> APPLICATIONS_OF_ACCOUNT_TODAY = new Fact<>("applicationsOfAccountToday", Integer.class);
    static final Fact<Integer> WRONG_CARDS_OF_APPLICATION = new Fact<>("wrongCardsOfApplication", Integer.class);
    static final Fact<Integer> CHECKS_OF_APPLICATION = new Fact<>("checksOfApplication", Integer.class);
    static final Fact<Integer> WRONG_CARDS_OF_ACCOUNT_TODAY = new Fact<>("wrongCardsOfAccountToday", Integer.class);
    static final Fact<Integer> WRONG_CARDS_OF_IDENTITY_TODAY = new Fact<>("wrongCardsOfIdentityToday", Integer.class);
    static final Fact<Integer> WRONG_CARDS_OF_CARD_TODAY = new Fact<>("wrongCardsOfCardToday", Integer.class);
    static final Fact<Integer> CHECKS_OF_CARD_TODAY = new Fact<>("checksOfCardToday", Integer.class);

    static final List<Fact<Integer>> ALL = List.of(
            APPLICATIONS_OF_ACCOUNT_TODAY,
            WRONG_CARDS_OF_APPLICATION,
            CHECKS_OF_APPLICATION,
            WRONG_CARDS_OF_ACCOUNT_TODAY,
            WRONG_CARDS_OF_IDENTITY_TODAY,
            WRONG_CARDS_OF_CARD_TODAY,
            CHECKS_OF_CARD_TODAY);

    private final Applications applications;

    AttemptFacts(Applications applications) {
        this.applications = applications;
    }

    /** Sets the facts of an application without a bank card. */
    public void note(VariableScope scope, String account) {
        note(scope, account, CardAttempts.NONE);
    }

    /** @param account the account whose applications are counted, including the current one */
    public void note(VariableScope scope, String account, CardAttempts cards) {
        APPLICATIONS_OF_ACCOUNT_TODAY.note(scope, applications.countToday(account));
        WRONG_CARDS_OF_APPLICATION.note(scope, cards.wrongCardsOfApplication());
        CHECKS_OF_APPLICATION.note(scope, cards.checksOfApplication());
        WRONG_CARDS_OF_ACCOUNT_TODAY.note(scope, cards.wrongCardsOfAccountToday());
        WRONG_CARDS_OF_IDENTITY_TODAY.note(scope, cards.wrongCardsOfIdentityToday());
        WRONG_CARDS_OF_CARD_TODAY.note(scope, cards.wrongCardsOfCardToday());
        CHECKS_OF_CARD_TODAY.note(scope, cards.checksOfCardToday());
    }
}
