package io.realname.process.mobile;

import io.realname.application.ActionType;
import io.realname.application.Applications;
import io.realname.mobile.CodeDispatch;
import io.realname.mobile.MobileCodes;
import io.realname.process.ApplicationId;
import io.realname.process.IncidentCode;
import io.realname.process.OperatorMustActException;
import io.realname.process.ProviderUnavailableException;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Send mobile code": sends a new code and asks the applicant for it. */
@Component
class SendMobileCode implements JavaDelegate {

    private final Applications applications;
    private final MobileCodes codes;

    SendMobileCode(Applications applications, MobileCodes codes) {
        this.applications = applications;
        this.codes = codes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        CodeDispatch dispatch = codes.send(applications.stated(id).codeSubject());
        if (dispatch instanceof CodeDispatch.Unavailable unavailable) {
            throw new ProviderUnavailableException(unavailable.reason());
        }
        if (dispatch instanceof CodeDispatch.ProviderRefused refused) {
            throw new OperatorMustActException(IncidentCode.PROVIDER_REFUSED, refused.reason());
        }
        if (dispatch instanceof CodeDispatch.Sent) {
            applications.require(id, ActionType.SUBMIT_MOBILE_CODE, null, null);
        }
        ConfirmMobile.SMS_RESULT.note(execution, result(dispatch));
    }

    private static String result(CodeDispatch dispatch) {
        return dispatch instanceof CodeDispatch.Sent
                ? "ACCEPTED"
                : dispatch instanceof CodeDispatch.FrequencyLimited ? "FREQUENCY_LIMITED" : "NUMBER_REFUSED";
    }
}
