package io.realname.benchmark.byhand;

import io.realname.application.Applications;
import io.realname.application.Applications.Stated;
import io.realname.bankcard.BankCardChecks;
import io.realname.bankcard.CardAttempts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The decision table {@code attempt-limits}, as code: how often somebody may try. */
@Profile(ByHandApplication.PROFILE)
@Component
class Limits {

    private final Applications applications;
    private final BankCardChecks checks;

    Limits(Applications applications, BankCardChecks checks) {
        this.applications = applications;
        this.checks = checks;
    }

    boolean allow(Stated stated) {
        int today = applications.countToday(stated.account());
        CardAttempts cards = checks.attempts(stated.checkSubject(), stated.pan());
        return cards.wrongCardsOfApplication() < 3
                && cards.checksOfApplication() < 6
                && today <= 10
                && cards.wrongCardsOfAccountToday() < 5
                && cards.wrongCardsOfIdentityToday() < 5
                && cards.wrongCardsOfCardToday() < 5
                && cards.checksOfCardToday() < 3;
    }
}
