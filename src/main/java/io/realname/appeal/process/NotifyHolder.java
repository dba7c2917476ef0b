package io.realname.appeal.process;

import io.realname.appeal.HolderNotices;
import io.realname.appeal.Objections;
import io.realname.application.Applications;
import io.realname.mobile.SmsResult;
import io.realname.process.ApplicationId;
import io.realname.process.DrawnDeadline;
import io.realname.process.IncidentCode;
import io.realname.process.OperatorMustActException;
import io.realname.process.ProviderUnavailableException;
import io.realname.review.Votes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * "Notify holder": tells the holders that their binding will be released, and until when they may object. Sends nothing
 * if one of them has objected already.
 */
@Component
class NotifyHolder implements JavaDelegate {

    private final HolderNotices notices;
    private final Votes votes;
    private final Objections objections;
    private final Applications applications;

    NotifyHolder(HolderNotices notices, Votes votes, Objections objections, Applications applications) {
        this.notices = notices;
        this.votes = votes;
        this.objections = objections;
        this.applications = applications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        int review = votes.rounds(id);
        if (!objections.isAnyNewTo(id)) {
            tell(id, review, DrawnDeadline.of(execution, Appeal.OBJECTION_PERIOD));
        }
        // With this lock, an objection is either stored before this point, or it finds the appeal waiting for it.
        applications.lock(id);
        notices.record(id, review);
        Appeal.OBJECTED_MEANWHILE.note(execution, objections.isAnyNewTo(id));
    }

    private void tell(UUID id, int review, Duration period) {
        Optional<SmsResult> trouble = notices.tell(id, review, period);
        if (trouble.isPresent()) {
            throw trouble.get() instanceof SmsResult.ProviderRefused refused
                    ? new OperatorMustActException(IncidentCode.PROVIDER_REFUSED, refused.reason())
                    : new ProviderUnavailableException("the notice to the holder could not be sent");
        }
    }
}
