package io.realname.association.process;

import io.realname.association.Associations;
import io.realname.process.ApplicationId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Find verified account": checks whether the applicant's account can be associated with it. */
@Component
class FindVerifiedAccount implements JavaDelegate {

    private final Associations associations;

    FindVerifiedAccount(Associations associations) {
        this.associations = associations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AssociateVerifiedAccount.SOURCE.note(
                execution, associations.find(ApplicationId.of(execution)).name());
    }
}
