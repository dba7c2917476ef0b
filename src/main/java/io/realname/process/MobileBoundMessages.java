package io.realname.process;

import io.realname.account.MobileBound;
import io.realname.application.Applications;
import io.realname.application.Associations;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Tells the associations that wait for it that a verified account has got a mobile number. In the transaction of the
 * account service's call: either both stand or neither, and what follows is a job of its own.
 */
@Component
class MobileBoundMessages {

    private final Associations associations;
    private final Applications applications;
    private final RuntimeService runtime;

    MobileBoundMessages(Associations associations, Applications applications, RuntimeService runtime) {
        this.associations = associations;
        this.applications = applications;
        this.runtime = runtime;
    }

    @EventListener
    void tell(MobileBound event) {
        for (UUID id : associations.waitingForMobileOf(event.account())) {
            tell(id);
        }
    }

    /**
     * One that was withdrawn or has expired waits no more, and is passed over. One that changes at this very moment lets the
     * account service's call fail, to be sent again: nothing of it stands.
     */
    private void tell(UUID id) {
        try {
            runtime.createMessageCorrelation(AssociateVerifiedAccount.MOBILE_BOUND)
                    .processInstanceBusinessKey(id.toString())
                    .correlateAll();
        } catch (OptimisticLockingException e) {
            throw new ConcurrencyFailureException("application " + id + " is changing", e);
        }
        applications.proceed(id);
    }
}
