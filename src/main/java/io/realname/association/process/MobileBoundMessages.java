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
 * When a verified account gets a mobile number, sends a message to each association that waits for it. Runs in the
 * transaction of the account service's call: both commit or both roll back. Each instance continues in a job of its
 * own.
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
     * If an operator has suspended the instance, skips it; it keeps waiting. If the instance changes at the same
     * moment, the account service's call fails and rolls back, and the account service has to send it again.
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
