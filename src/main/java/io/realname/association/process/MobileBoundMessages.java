package io.realname.association.process;

import io.realname.account.MobileBound;
import io.realname.application.Applications;
import io.realname.association.Associations;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.MessageCorrelationResult;
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
     * One whose instance an operator has suspended is passed over, and goes on waiting. One that changes at this very moment
     * lets the account service's call fail, to be sent again: nothing of it stands.
     */
    private void tell(UUID id) {
        List<MessageCorrelationResult> told;
        try {
            told = runtime.createMessageCorrelation(AssociateVerifiedAccount.MOBILE_BOUND)
                    .processInstanceBusinessKey(id.toString())
                    .correlateAllWithResult();
        } catch (OptimisticLockingException e) {
            throw new ConcurrencyFailureException("application " + id + " is changing", e);
        }
        if (!told.isEmpty()) {
            applications.proceed(id);
        }
    }
}
