package io.realname.process;

import io.realname.application.AssociationApplication;
import io.realname.application.AssociationReader;
import io.realname.application.Associations;
import io.realname.application.CallingClient;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register association": stores which account is to be verified by which, and tells what the first decision needs. */
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
