package io.realname.enterprise.process;

import io.realname.enterprise.EnterpriseDetails;
import io.realname.enterprise.StatedEnterprises;
import io.realname.identity.DocumentType;
import io.realname.licence.LicenceChecks;
import io.realname.licence.LicenceChecks.LicenceCheck;
import io.realname.licence.LicenceFinding;
import io.realname.process.ApplicationId;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Reserve licence check": stores the billed check before it is made, so that it is never made twice. Reserves none if
 * the register was asked already, or does not know this type of licence or document.
 */
@Component
class ReserveLicenceCheck implements JavaDelegate {

    private final StatedEnterprises enterprises;
    private final LicenceChecks checks;

    ReserveLicenceCheck(StatedEnterprises enterprises, LicenceChecks checks) {
        this.enterprises = enterprises;
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        Optional<LicenceCheck> made = checks.of(id).filter(LicenceCheck::sent);
        boolean needed = made.isEmpty() && isKnownToRegister(enterprises.details(id));
        if (needed) {
            checks.reserve(id);
        } else {
            EnterpriseVerification.LICENCE_RESULT.keep(
                    execution, made.map(ReserveLicenceCheck::result).orElse(EnterpriseVerification.NOT_ASKED));
        }
        EnterpriseVerification.LICENCE_CHECK_NEEDED.note(execution, needed);
    }

    private static boolean isKnownToRegister(EnterpriseDetails details) {
        return details.licence().hasCreditCode()
                && details.legalPerson().document().type() == DocumentType.RESIDENT_ID;
    }

    private static String result(LicenceCheck made) {
        LicenceFinding finding = made.finding();
        return finding == null
                ? EnterpriseVerification.ANSWER_LOST
                : finding.result().name();
    }
}
