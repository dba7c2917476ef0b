package io.realname.application;

import io.realname.account.EnterpriseOwned;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * An account that is being verified as a person's stays a person's until that has ended: otherwise an enterprise's account
 * would take the person's one place at the site. {@link Applications#applicant} and the account service's call lock the
 * account's row, so one of the two sees the other.
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
