package io.realname.process;

import io.realname.application.Appeals;
import io.realname.application.Applications;
import io.realname.application.Applications.Stated;
import io.realname.application.RequiredEvidence;
import io.realname.identity.PassportNumbers;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check evidence": whether everything is there that people need to decide; if so, who is to look with special care. */
@Component
class CheckEvidence implements JavaDelegate {

    private final Applications applications;
    private final Appeals appeals;
    private final PassportNumbers passports;
    private final RequiredEvidence required;

    CheckEvidence(Applications applications, Appeals appeals, PassportNumbers passports, RequiredEvidence required) {
        this.applications = applications;
        this.appeals = appeals;
        this.passports = passports;
        this.required = required;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        boolean complete = required.missing(id).isEmpty();
        if (complete) {
            appeals.takePlace(id);
            applications.proceed(id);
            Stated stated = applications.stated(id);
            // Once more: a node of an older version may have registered the application.
            passports.note(stated.identity(), stated.person().document());
            Appeal.PASSPORT_UNDER_TWO_COUNTRIES.keep(execution, passports.isUnderTwoCountries(stated.identity()));
        }
        Appeal.EVIDENCE_COMPLETE.note(execution, complete);
    }
}
