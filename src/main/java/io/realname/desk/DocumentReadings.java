package io.realname.desk;

import io.realname.application.Applications;
import io.realname.identity.IdentityDocument;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.validation.InvalidValueException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares the document number that a reviewer reads off a picture with the stated number, which the reviewer sees
 * masked. The audit trail has an entry for each comparison. A reviewer may compare ten numbers per task, so that nobody
 * can guess a number.
 */
@Component
public class DocumentReadings {

    private static final int MOST = 10;

    private final Applications applications;
    private final AuditTrail trail;
    private final Clock clock;

    DocumentReadings(Applications applications, AuditTrail trail, Clock clock) {
        this.applications = applications;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param reviewer the login of the reviewer who holds the task
     * @throws RefusalException {@code TOO_MANY_READINGS}
     */
    @Transactional
    public Reading compare(ReviewTask task, String reviewer, String documentNumber) {
        UUID application = task.application();
        Reading reading = compare(applications.stated(application).person().document(), documentNumber);
        String actor = "user:" + reviewer;
        Map<String, String> thisTask =
                Map.of("review", task.review(), "step", task.step().name());
        // A typing error is not counted, but it has an entry in the trail. Append first: this locks the stream until
        // the transaction ends, so that nobody else appends to it or counts in it.
        trail.append(
                application,
                AuditEvent.DOCUMENT_READ_OFF,
                actor,
                Map.of("review", task.review(), "step", task.step().name(), "result", reading.name()));
        long readings = trail.of(application).stream()
                .filter(entry -> entry.event() == AuditEvent.DOCUMENT_READ_OFF
                        && actor.equals(entry.actor())
                        && entry.facts().entrySet().containsAll(thisTask.entrySet())
                        && !Reading.NOT_A_NUMBER_OF_THIS_TYPE
                                .name()
                                .equals(entry.facts().get("result")))
                .count();
        if (reading != Reading.NOT_A_NUMBER_OF_THIS_TYPE && readings > MOST) {
            throw new RefusalException(Refusal.of(RefusalCode.TOO_MANY_READINGS));
        }
        return reading;
    }

    private Reading compare(IdentityDocument stated, String typed) {
        // Compare before parsing: the rules of the type may have become stricter since the number was stored.
        if (stated.hasNumber(typed)) {
            return Reading.SAME;
        }
        try {
            IdentityDocument read =
                    IdentityDocument.parse(stated.type(), typed, stated.issuingCountry(), LocalDate.now(clock));
            return read.equals(stated) ? Reading.SAME : Reading.DIFFERS;
        } catch (InvalidValueException e) {
            return Reading.NOT_A_NUMBER_OF_THIS_TYPE;
        }
    }
}
