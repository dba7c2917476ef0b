package io.realname.process;

import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.application.Applications;
import io.realname.identity.BindResult;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Bind identity": the account is verified from now on, unless another one was faster. */
@Component
class BindIdentity implements JavaDelegate {

    private final Applications applications;
    private final AccountDirectory accounts;
    private final IdentityRegistry registry;

    BindIdentity(Applications applications, AccountDirectory accounts, IdentityRegistry registry) {
        this.applications = applications;
        this.accounts = accounts;
        this.registry = registry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stated = applications.stated(ApplicationId.of(execution));
        var account = accounts.find(new UserName(stated.account())).orElseThrow();
        BindResult result = registry.bindFree(
                stated.identity(), stated.person(), account, VerificationMethod.BANK_CARD, stated.id());
        NewUserVerification.IDENTITY_BOUND.note(execution, result == BindResult.BOUND);
    }
}
