package io.realname.application;

import io.realname.account.EnterpriseOwned;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * While a personal verification of an account is open, the account stays a personal account. Otherwise an enterprise's
 * account could take the person's only place at the site. {@link Applications#applicant} and the account service's call
 * both lock the row of the account, so the second of them waits and sees what the first has changed.
 */
@Component
class AccountsUnderVerification {

    private final Applications applications;

    AccountsUnderVerification(Applications applications) {
        this.applications = applications;
    }

    /** @throws RefusalException {@code APPLICATION_IN_PROGRESS} */
    @EventListener
    void keepKind(EnterpriseOwned event) {
        if (applications.isBeingVerified(event.account())) {
            throw new RefusalException(Refusal.of(RefusalCode.APPLICATION_IN_PROGRESS));
        }
    }
}
