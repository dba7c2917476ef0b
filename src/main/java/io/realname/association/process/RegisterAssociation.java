package io.realname.association.process;

import io.realname.application.CallingClient;
import io.realname.association.AssociationApplication;
import io.realname.association.AssociationReader;
import io.realname.association.Associations;
import io.realname.process.ApplicationId;
import io.realname.process.AttemptFacts;
import io.realname.process.ClientProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Register association": stores the account to verify and the verified account, and sets the facts for the first
 * decision table.
 */
@Component
class RegisterAssociation implements JavaDelegate {

    private final AssociationReader reader;
    private final Associations associations;
    private final CallingClient client;
    private final AttemptFacts attemptFacts;

    RegisterAssociation(
            AssociationReader reader, Associations associations, CallingClient client, AttemptFacts attemptFacts) {
        this.reader = reader;
        this.associations = associations;
        this.client = client;
        this.attemptFacts = attemptFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        AssociationApplication form = reader.read(ClientProcess.application(execution));
        associations.register(ApplicationId.of(execution), client.name(), form);
        attemptFacts.note(execution, form.account().value());
    }
}
