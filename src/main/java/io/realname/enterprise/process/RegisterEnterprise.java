package io.realname.enterprise.process;

import io.realname.application.CallingClient;
import io.realname.enterprise.EnterpriseApplication;
import io.realname.enterprise.EnterpriseReader;
import io.realname.enterprise.Enterprises;
import io.realname.enterprise.StatedEnterprises;
import io.realname.process.ApplicationId;
import io.realname.process.AttemptFacts;
import io.realname.process.ClientProcess;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Register enterprise": parses the client's request, stores it sealed, and sets the facts for the decision tables. */
@Component
class RegisterEnterprise implements JavaDelegate {

    private final EnterpriseReader reader;
    private final Enterprises enterprises;
    private final StatedEnterprises stated;
    private final AttemptFacts attemptFacts;
    private final CallingClient client;

    RegisterEnterprise(
            EnterpriseReader reader,
            Enterprises enterprises,
            StatedEnterprises stated,
            AttemptFacts attemptFacts,
            CallingClient client) {
        this.reader = reader;
        this.enterprises = enterprises;
        this.stated = stated;
        this.attemptFacts = attemptFacts;
        this.client = client;
    }

    @Override
    public void execute(DelegateExecution execution) {
        EnterpriseApplication form = reader.enterprise(ClientProcess.application(execution));
        enterprises.register(ApplicationId.of(execution), client.name(), form);
        String account = form.account().value();
        attemptFacts.note(execution, account);
        EnterpriseVerification.ACCOUNT_FROZEN.note(
                execution, stated.frozenUntil(account).isPresent());
        EnterpriseVerification.ENTERPRISE_TYPE.keep(execution, form.type().name());
        EnterpriseVerification.FORMER_REJECTIONS.keep(execution, enterprises.formerRejections(account));
    }
}
