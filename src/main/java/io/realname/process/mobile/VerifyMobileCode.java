package io.realname.process.mobile;

import io.realname.application.Applications;
import io.realname.mobile.CodeVerdict;
import io.realname.mobile.MobileCode;
import io.realname.mobile.MobileCodes;
import io.realname.process.ApplicationId;
import io.realname.process.ClientMessage;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import io.realname.validation.InvalidValueException;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Verify mobile code": counts the try, then compares the code. */
@Component
class VerifyMobileCode implements JavaDelegate {

    private final Applications applications;
    private final MobileCodes codes;

    VerifyMobileCode(Applications applications, MobileCodes codes) {
        this.applications = applications;
        this.codes = codes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        MobileCode code = read(ClientMessage.MOBILE_CODE_SUBMITTED.take(execution));
        CodeVerdict verdict = codes.verify(applications.stated(id).codeSubject(), code);
        if (verdict instanceof CodeVerdict.Throttled throttled) {
            throw new RefusalException(Refusal.tooManyRequests(throttled.retryAfter()));
        }
        if (verdict instanceof CodeVerdict.Right) {
            applications.confirmMobile(id);
        }
        ConfirmMobile.CODE_RESULT.note(execution, result(verdict));
    }

    /** A typing error is not a guess: a text that cannot be a code is refused before a try is counted. */
    private static MobileCode read(String typed) {
        try {
            return MobileCode.parse(typed);
        } catch (InvalidValueException e) {
            throw new RefusalException(Refusal.invalidCode(e.code()));
        }
    }

    private static String result(CodeVerdict verdict) {
        if (verdict instanceof CodeVerdict.Right) {
            return "RIGHT";
        } else if (verdict instanceof CodeVerdict.Wrong) {
            return "WRONG";
        }
        return verdict instanceof CodeVerdict.Expired ? "EXPIRED" : "NO_TRIES_LEFT";
    }
}
