package io.realname.appeal.process;

import io.realname.appeal.AppealFacts;
import io.realname.appeal.Appeals;
import io.realname.process.ApplicationId;
import io.realname.process.evidence.ReviewDocuments;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Check holder": stores the bindings that an approval would release, and sets the facts that decide which reviewers
 * get the appeal.
 */
@Component
class CheckHolder implements JavaDelegate {

    private final Appeals appeals;

    CheckHolder(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        Appeal.HOLDER.note(execution, appeals.checkHolder(id).name());
        AppealFacts facts = appeals.facts(id);
        Appeal.APPEAL_REASON.note(execution, facts.reason().name());
        Appeal.SITE.note(execution, facts.site());
        Appeal.BINDING_DAYS.note(execution, facts.bindingDays());
        Appeal.FORMER_APPEALS.note(execution, facts.formerAppeals());
        Appeal.OBJECTED.note(execution, facts.objected());
        // Set again: "Check evidence" may have set it weeks ago.
        ReviewDocuments.PASSPORT_UNDER_TWO_COUNTRIES.keep(execution, facts.passportUnderTwoCountries());
    }
}
