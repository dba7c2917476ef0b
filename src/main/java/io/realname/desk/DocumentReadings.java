package io.realname.desk;

import io.realname.application.Applications;
import io.realname.identity.IdentityDocument;
import io.realname.identity.Person;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.validation.InvalidValueException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares what a reviewer reads on a document with what was stated: the number, which the reviewer sees masked, and the
 * country of a passport. The audit trail has an entry for each comparison. A reviewer may compare ten numbers per task
 * and person, so that nobody can guess a number.
 */
@Component
public class DocumentReadings {

    private static final int MOST = 10;

    private static final String PERSON = "person";
    private static final String RESULT = "result";
    private static final String COUNTRY = "country";

    private final Applications applications;
    private final StatedDocuments documents;
    private final AuditTrail trail;
    private final Clock clock;

    DocumentReadings(Applications applications, StatedDocuments documents, AuditTrail trail, Clock clock) {
        this.applications = applications;
        this.documents = documents;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * @param reviewer the login of the reviewer who holds the task
     * @param issuingCountry as printed on a passport; ignored for other documents
     * @throws RefusalException {@code TOO_MANY_READINGS}; {@code INVALID_APPLICATION} if the application has no such
     *     person, or the country of a passport is missing
     */
    @Transactional
    public DocumentReading compare(
            ReviewTask task,
            String reviewer,
            ReviewedPerson whose,
            String documentNumber,
            @Nullable String issuingCountry) {
        UUID application = task.application();
        Person person = documents.of(applications.stated(application)).get(whose);
        if (person == null) {
            throw new RefusalException(Refusal.invalid(List.of(new FieldError("/person", "NO_SUCH_PERSON"))));
        }
        IdentityDocument stated = person.document();
        boolean passport = stated.issuingCountry() != null;
        if (passport && (issuingCountry == null || issuingCountry.isBlank())) {
            throw new RefusalException(Refusal.invalid(List.of(new FieldError("/issuingCountry", "REQUIRED"))));
        }
        DocumentReading reading = new DocumentReading(
                compare(stated, documentNumber), passport ? country(stated, String.valueOf(issuingCountry)) : null);
        String actor = "user:" + reviewer;
        Map<String, String> facts = new TreeMap<>(Map.of(
                "review",
                task.review(),
                "step",
                task.step().name(),
                PERSON,
                whose.name(),
                RESULT,
                reading.documentNumber().name()));
        if (reading.issuingCountry() != null) {
            facts.put(COUNTRY, reading.issuingCountry().name());
        }
        // A typing error is not counted, but it has an entry in the trail. Append first: to read the
        // stream then locks it until the transaction ends, so that nobody else appends to it or counts in it.
        trail.append(application, AuditEvent.DOCUMENT_READ_OFF, actor, facts);
        if (reading.documentNumber() != Reading.NOT_A_NUMBER_OF_THIS_TYPE && readings(task, whose, actor) > MOST) {
            throw new RefusalException(Refusal.of(RefusalCode.TOO_MANY_READINGS));
        }
        return reading;
    }

    /** Whether the entry of the trail says that the person's document was found as stated. */
    static boolean foundSame(AuditEntry entry, ReviewedPerson whose) {
        return isAbout(entry, whose)
                && Reading.SAME.name().equals(entry.facts().get(RESULT))
                && Reading.SAME.name().equals(entry.facts().getOrDefault(COUNTRY, Reading.SAME.name()));
    }

    private long readings(ReviewTask task, ReviewedPerson whose, String actor) {
        Map<String, String> thisTask =
                Map.of("review", task.review(), "step", task.step().name());
        return trail.of(task.application()).stream()
                .filter(entry -> isAbout(entry, whose)
                        && actor.equals(entry.actor())
                        && entry.facts().entrySet().containsAll(thisTask.entrySet())
                        && !Reading.NOT_A_NUMBER_OF_THIS_TYPE
                                .name()
                                .equals(entry.facts().get(RESULT)))
                .count();
    }

    /** Earlier versions compared the applicant's document only, and did not say so. */
    private static boolean isAbout(AuditEntry entry, ReviewedPerson whose) {
        return entry.event() == AuditEvent.DOCUMENT_READ_OFF
                && whose.name().equals(entry.facts().getOrDefault(PERSON, ReviewedPerson.APPLICANT.name()));
    }

    private static Reading country(IdentityDocument stated, String typed) {
        return stated.isIssuedBy(typed) ? Reading.SAME : Reading.DIFFERS;
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
