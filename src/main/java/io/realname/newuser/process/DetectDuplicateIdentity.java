package io.realname.newuser.process;

import io.realname.application.Applications;
import io.realname.identity.IdentityRegistry;
import io.realname.process.ApplicationId;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Detect duplicate identity": finds out early whether the identity is bound in the group already. "Bind identity"
 * decides.
 */
@Component
class DetectDuplicateIdentity implements JavaDelegate {

    private final Applications applications;
    private final IdentityRegistry registry;

    DetectDuplicateIdentity(Applications applications, IdentityRegistry registry) {
        this.applications = applications;
        this.registry = registry;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var stated = applications.stated(ApplicationId.of(execution));
        NewUserVerification.IDENTITY_OCCUPIED.note(
                execution, !registry.sitesOf(stated.identity()).isEmpty());
    }
}
