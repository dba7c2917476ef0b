package io.realname.trail;

import io.realname.application.OutcomeCode;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.TrailWords;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An application's row, as far as the trail tells of it, beside what the trail tells. */
record TrailedApplication(
        UUID id,
        boolean trailed,
        String client,
        String kind,
        String site,
        String status,
        @Nullable UUID follows,
        boolean ended,
        @Nullable String outcome,
        @Nullable String outcomeReason) {

    /** Registered once, before all but the evidence that came with it, and as the row says. */
    boolean isRegisteredBy(List<AuditEntry> entries) {
        return of(AuditEvent.APPLICATION_REGISTERED, entries).size() == 1
                && entries.stream()
                        .dropWhile(entry -> entry.event() == AuditEvent.EVIDENCE_ADDED)
                        .limit(1)
                        .anyMatch(this::isRegistration);
    }

    private boolean isRegistration(AuditEntry entry) {
        return entry.event() == AuditEvent.APPLICATION_REGISTERED
                && TrailWords.actor(client).equals(entry.actor())
                && TrailWords.registered(kind, site, follows).equals(entry.facts());
    }

    /** Ended on both sides in the same way, or on neither. */
    boolean isEndedBy(List<AuditEntry> entries) {
        List<Map<String, String>> ends = of(AuditEvent.APPLICATION_ENDED, entries).stream()
                .map(AuditEntry::facts)
                .toList();
        if (outcome == null) {
            return !ended && ends.isEmpty();
        }
        return ended
                && ends.equals(List.of(TrailWords.ended(outcome, outcomeReason)))
                && OutcomeCode.valueOf(outcome).status().name().equals(status);
    }

    static List<AuditEntry> of(AuditEvent event, List<AuditEntry> entries) {
        return entries.stream().filter(entry -> entry.event() == event).toList();
    }
}
