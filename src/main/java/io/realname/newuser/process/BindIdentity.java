package io.realname.newuser.process;

import io.realname.application.Applications;
import io.realname.identity.BindResult;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.VerificationMethod;
import io.realname.newuser.CheckOfDocument;
import io.realname.process.ApplicationId;
import io.realname.process.IncidentCode;
import io.realname.process.OperatorMustActException;
import io.realname.review.ReviewRounds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Bind identity": binds the identity to the account. If two accounts bind the same identity at once, the second waits
 * for the row lock; its process then ends {@code IDENTITY_OCCUPIED}. If reviewers checked the document, this step
 * counts their votes again, so that no path through the diagram can bind without their approval.
 */
@Component
class BindIdentity implements JavaDelegate {

    private final Applications applications;
    private final IdentityRegistry registry;
    private final CheckOfDocument check;
    private final ReviewRounds rounds;

    BindIdentity(Applications applications, IdentityRegistry registry, CheckOfDocument check, ReviewRounds rounds) {
        this.applications = applications;
        this.registry = registry;
        this.check = check;
        this.rounds = rounds;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stated = applications.stated(ApplicationId.of(execution));
        VerificationMethod method = check.methodFor(stated.person());
        if (method == VerificationMethod.DOCUMENT_REVIEW && !rounds.isApproved(stated.id(), false)) {
            throw new OperatorMustActException(IncidentCode.NOT_APPROVED);
        }
        BindResult result = registry.bindFree(stated.bindingSubject(), method);
        NewUserVerification.IDENTITY_BOUND.note(execution, result == BindResult.BOUND);
    }
}
