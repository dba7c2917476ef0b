package io.realname.process;

import io.realname.application.ApplicationReader;
import io.realname.application.Associations;
import io.realname.application.CallingClient;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register association": reads and stores which account is to be verified by which. */
@Component
class RegisterAssociation implements JavaDelegate {

    private final ApplicationReader reader;
    private final Associations associations;
    private final CallingClient client;

    RegisterAssociation(ApplicationReader reader, Associations associations, CallingClient client) {
        this.reader = reader;
        this.associations = associations;
        this.client = client;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String form = AssociateVerifiedAccount.APPLICATION.take(execution);
        associations.register(ApplicationId.of(execution), client.name(), reader.association(form));
    }
}
