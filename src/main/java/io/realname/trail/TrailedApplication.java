package io.realname.trail;

import io.realname.application.OutcomeCode;
import io.realname.protection.ApplicationFacts;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns of an application's row that the trail also records, and their comparison with the trail. */
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

    /**
     * Whether the trail has exactly one registration, which agrees with the row. Only the evidence that came with the
     * application precedes it.
     */
    boolean isRegisteredBy(List<AuditEntry> entries) {
        return of(AuditEvent.APPLICATION_REGISTERED, entries).size() == 1
                && entries.stream()
                        .dropWhile(entry -> entry.event() == AuditEvent.EVIDENCE_ADDED)
                        .limit(1)
                        .anyMatch(this::isRegistration);
    }

    private boolean isRegistration(AuditEntry entry) {
        return entry.event() == AuditEvent.APPLICATION_REGISTERED
                && ApplicationFacts.actor(client).equals(entry.actor())
                && ApplicationFacts.registered(kind, site, follows).equals(entry.facts());
    }

    /** Whether the application has the same end in the trail and in the row, or no end in both. */
    boolean isEndedBy(List<AuditEntry> entries) {
        List<Map<String, String>> ends = of(AuditEvent.APPLICATION_ENDED, entries).stream()
                .map(AuditEntry::facts)
                .toList();
        if (outcome == null) {
            return !ended && ends.isEmpty();
        }
        return ended
                && ends.equals(List.of(ApplicationFacts.ended(outcome, outcomeReason)))
                && OutcomeCode.valueOf(outcome).status().name().equals(status);
    }

    static List<AuditEntry> of(AuditEvent event, List<AuditEntry> entries) {
        return entries.stream().filter(entry -> entry.event() == event).toList();
    }
}
