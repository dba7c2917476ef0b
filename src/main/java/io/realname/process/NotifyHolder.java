package io.realname.process;

import io.realname.appeal.HolderNotices;
import io.realname.mobile.SmsResult;
import io.realname.review.Votes;
import java.util.Optional;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** "Notify holder": tells the holders that their binding will be released, and until when they may object. */
@Component
class NotifyHolder implements JavaDelegate {

    private final HolderNotices notices;
    private final Votes votes;

    NotifyHolder(HolderNotices notices, Votes votes) {
        this.notices = notices;
        this.votes = votes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        UUID id = ApplicationId.of(execution);
        int review = votes.rounds(id);
        Optional<SmsResult> trouble = notices.tell(id, review, DrawnDeadline.of(execution, Appeal.OBJECTION_PERIOD));
        if (trouble.isPresent()) {
            throw trouble.get() instanceof SmsResult.ProviderRefused refused
                    ? new OperatorMustActException(refused.reason())
                    : new ProviderUnavailableException("the holder could not be told");
        }
        notices.record(id, review);
    }
}
