package io.realname.appeal.process;

import io.realname.appeal.AppealApplication;
import io.realname.appeal.AppealReader;
import io.realname.appeal.Appeals;
import io.realname.application.CallingClient;
import io.realname.process.ApplicationId;
import io.realname.process.AttemptFacts;
import io.realname.process.ClientProcess;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Register appeal": parses the client's request, stores it sealed, and sets the facts for the first decision table.
 */
@Component
class RegisterAppeal implements JavaDelegate {

    private final AppealReader reader;
    private final Appeals appeals;
    private final AttemptFacts attemptFacts;
    private final CallingClient client;

    RegisterAppeal(AppealReader reader, Appeals appeals, AttemptFacts attemptFacts, CallingClient client) {
        this.reader = reader;
        this.appeals = appeals;
        this.attemptFacts = attemptFacts;
        this.client = client;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        AppealApplication form = reader.appeal(ClientProcess.application(execution));
        appeals.register(id, client.name(), form);
        attemptFacts.note(execution, form.account().value());
        Appeal.APPEALS_OF_IDENTITY_THIS_MONTH.note(execution, appeals.countThisMonth(id));
    }
}
