package io.realname.newuser.process;

import io.realname.application.CallingClient;
import io.realname.newuser.NewUserApplication;
import io.realname.newuser.NewUserReader;
import io.realname.newuser.NewUsers;
import io.realname.process.ApplicationId;
import io.realname.process.ClientProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Register application": parses the client's request, stores it sealed, and sets the facts for the first decision
 * tables.
 */
@Component
class RegisterApplication implements JavaDelegate {

    private final NewUserReader reader;
    private final NewUsers newUsers;
    private final CallingClient client;
    private final CardFacts cardFacts;

    RegisterApplication(NewUserReader reader, NewUsers newUsers, CallingClient client, CardFacts cardFacts) {
        this.reader = reader;
        this.newUsers = newUsers;
        this.client = client;
        this.cardFacts = cardFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        NewUserApplication form = reader.read(ClientProcess.application(execution));
        newUsers.register(id, client.name(), form);
        cardFacts.note(execution, id, form.bankCard());
        NewUserVerification.MOBILE_CONFIRMED.note(execution, false);
    }
}
