package io.realname.process;

import io.realname.application.AppealApplication;
import io.realname.application.Appeals;
import io.realname.application.ApplicationReader;
import io.realname.application.Applications;
import io.realname.application.CallingClient;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register appeal": reads what the client sent, seals it, and tells what the first decision needs. */
@Component
class RegisterAppeal implements JavaDelegate {

    private final ApplicationReader reader;
    private final Appeals appeals;
    private final Applications applications;
    private final CallingClient client;

    RegisterAppeal(ApplicationReader reader, Appeals appeals, Applications applications, CallingClient client) {
        this.reader = reader;
        this.appeals = appeals;
        this.applications = applications;
        this.client = client;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        AppealApplication form = reader.appeal(Appeal.APPLICATION.take(execution));
        appeals.register(id, client.name(), form);
        NewUserVerification.APPLICATIONS_OF_ACCOUNT_TODAY.note(
                execution, applications.countToday(form.account().value()));
        Appeal.APPEALS_OF_IDENTITY_THIS_MONTH.note(execution, appeals.countThisMonth(id));
    }
}
