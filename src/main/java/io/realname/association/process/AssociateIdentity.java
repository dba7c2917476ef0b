package io.realname.association.process;

import io.realname.association.Associations;
import io.realname.process.ApplicationId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Associate identity": verifies the account, if nothing has changed since the code was sent. */
@Component
class AssociateIdentity implements JavaDelegate {

    private final Associations associations;

    AssociateIdentity(Associations associations) {
        this.associations = associations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AssociateVerifiedAccount.ASSOCIATION.note(
                execution, associations.associate(ApplicationId.of(execution)).name());
    }
}
