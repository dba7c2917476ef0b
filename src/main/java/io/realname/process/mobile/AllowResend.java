package io.realname.process.mobile;

import io.realname.application.Applications;
import io.realname.mobile.MobileCodes;
import io.realname.process.ApplicationId;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import java.time.Duration;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Check sending limits": allows another code now, or tells the client how long to wait. */
@Component
class AllowResend implements JavaDelegate {

    private final Applications applications;
    private final MobileCodes codes;

    AllowResend(Applications applications, MobileCodes codes) {
        this.applications = applications;
        this.codes = codes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        Duration delay = codes.resendDelay(applications.stated(id).codeSubject());
        if (!delay.isZero()) {
            throw new RefusalException(Refusal.tooManyRequests(delay));
        }
        applications.proceed(id);
    }
}
