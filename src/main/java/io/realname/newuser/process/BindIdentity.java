package io.realname.newuser.process;

import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.application.Applications;
import io.realname.identity.BindResult;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.newuser.CheckOfDocument;
import io.realname.process.ApplicationId;
import io.realname.process.OperatorMustActException;
import io.realname.review.ReviewRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Bind identity": the account is verified from now on, unless another one was faster. Where people looked at the document
 * instead of the bank, their votes are counted once more: whatever brought it here.
 */
@Component
class BindIdentity implements JavaDelegate {

    private final Applications applications;
    private final AccountDirectory accounts;
    private final IdentityRegistry registry;
    private final CheckOfDocument check;
    private final ReviewRounds rounds;

    BindIdentity(
            Applications applications,
            AccountDirectory accounts,
            IdentityRegistry registry,
            CheckOfDocument check,
            ReviewRounds rounds) {
        this.applications = applications;
        this.accounts = accounts;
        this.registry = registry;
        this.check = check;
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stated = applications.stated(ApplicationId.of(execution));
        VerificationMethod method = check.methodFor(stated.person());
        if (method == VerificationMethod.DOCUMENT_REVIEW && !rounds.isApproved(stated.id(), false)) {
            throw new OperatorMustActException("NOT_APPROVED");
        }
        var account = accounts.find(new UserName(stated.account())).orElseThrow();
        BindResult result = registry.bindFree(stated.identity(), stated.person(), account, method, stated.id());
        NewUserVerification.IDENTITY_BOUND.note(execution, result == BindResult.BOUND);
    }
}
