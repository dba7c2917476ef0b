package io.realname.process;

import io.realname.application.ApplicationReader;
import io.realname.application.Applications;
import io.realname.application.CallingClient;
import io.realname.application.NewUserApplication;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register application": reads what the client sent, seals it, and tells what the first decisions need. */
@Component
class RegisterApplication implements JavaDelegate {

    private final ApplicationReader reader;
    private final Applications applications;
    private final CallingClient client;
    private final CardFacts cardFacts;

    RegisterApplication(
            ApplicationReader reader, Applications applications, CallingClient client, CardFacts cardFacts) {
        this.reader = reader;
        this.applications = applications;
        this.client = client;
        this.cardFacts = cardFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        NewUserApplication form = reader.newUser(NewUserVerification.APPLICATION.take(execution));
        applications.register(id, client.name(), form);
        cardFacts.note(execution, id, form.bankCard());
        NewUserVerification.MOBILE_CONFIRMED.note(execution, false);
    }
}
