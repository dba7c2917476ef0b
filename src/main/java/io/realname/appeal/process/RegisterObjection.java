package io.realname.appeal.process;

import io.realname.appeal.AppealReader;
import io.realname.appeal.ObjectionApplication;
import io.realname.appeal.ObjectionsToAppeals;
import io.realname.application.CallingClient;
import io.realname.process.ApplicationId;
import io.realname.process.AttemptFacts;
import io.realname.process.ClientProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register objection": stores what the holder says, and sets the facts for the first decision table. */
@Component
class RegisterObjection implements JavaDelegate {

    private final AppealReader reader;
    private final ObjectionsToAppeals objections;
    private final CallingClient client;
    private final AttemptFacts attemptFacts;

    RegisterObjection(
            AppealReader reader, ObjectionsToAppeals objections, CallingClient client, AttemptFacts attemptFacts) {
        this.reader = reader;
        this.objections = objections;
        this.client = client;
        this.attemptFacts = attemptFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ObjectionApplication form = reader.objection(ClientProcess.application(execution));
        objections.register(ApplicationId.of(execution), client.name(), form);
        attemptFacts.note(execution, form.account().value());
    }
}
