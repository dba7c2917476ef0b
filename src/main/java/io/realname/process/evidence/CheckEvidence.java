package io.realname.process.evidence;

import io.realname.application.Applications;
import io.realname.application.Applications.Stated;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.identity.PassportNumbers;
import io.realname.process.ApplicationId;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Check evidence": checks whether the reviewers have all the evidence that they need. If so, also checks whether the
 * passport's number is used under two countries.
 */
@Component
class CheckEvidence implements JavaDelegate {

    private final Applications applications;
    private final PassportNumbers passports;
    private final RequiredEvidence required;

    CheckEvidence(Applications applications, PassportNumbers passports, RequiredEvidence required) {
        this.applications = applications;
        this.passports = passports;
        this.required = required;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        Stated stated = applications.stated(id);
        boolean complete = required.missing(stated).isEmpty();
        if (complete) {
            required.complete(stated);
            applications.proceed(id);
            // Noted again: a node of an older version may have registered the application.
            passports.note(stated.identity(), stated.person().document());
            ReviewDocuments.PASSPORT_UNDER_TWO_COUNTRIES.keep(
                    execution, passports.isUnderTwoCountries(stated.identity()));
        }
        ReviewDocuments.EVIDENCE_COMPLETE.note(execution, complete);
    }
}
