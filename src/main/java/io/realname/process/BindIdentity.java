package io.realname.process;

import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.application.Applications;
import io.realname.application.CheckOfDocument;
import io.realname.identity.BindResult;
import io.realname.identity.IdentityRegistry;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Bind identity": the account is verified from now on, unless another one was faster. */
@Component
class BindIdentity implements JavaDelegate {

    private final Applications applications;
    private final AccountDirectory accounts;
    private final IdentityRegistry registry;
    private final CheckOfDocument check;

    BindIdentity(
            Applications applications, AccountDirectory accounts, IdentityRegistry registry, CheckOfDocument check) {
        this.applications = applications;
        this.accounts = accounts;
        this.registry = registry;
        this.check = check;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stated = applications.stated(ApplicationId.of(execution));
        var account = accounts.find(new UserName(stated.account())).orElseThrow();
        BindResult result = registry.bindFree(
                stated.identity(), stated.person(), account, check.methodFor(stated.person()), stated.id());
        NewUserVerification.IDENTITY_BOUND.note(execution, result == BindResult.BOUND);
    }
}
