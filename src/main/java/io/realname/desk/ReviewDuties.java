package io.realname.desk;

import io.realname.application.Applications.Stated;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceItem;
import io.realname.protection.AuditEntry;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Tells what a reviewer must do before a yes: open all evidence, and compare the documents of the people whom nobody else
 * has confirmed. The audit trail knows what was done. What a reviewer has done in an earlier review of the application
 * counts: neither the evidence nor the stated data change.
 */
@Component
class ReviewDuties {

    private final StatedDocuments documents;
    private final EvidenceFolder evidence;
    private final AuditTrail trail;

    ReviewDuties(StatedDocuments documents, EvidenceFolder evidence, AuditTrail trail) {
        this.documents = documents;
        this.evidence = evidence;
        this.trail = trail;
    }

    Duties of(Stated stated, String reviewer) {
        List<AuditEntry> done = trail.of(stated.id()).stream()
                .filter(entry -> ("user:" + reviewer).equals(entry.actor()))
                .toList();
        Set<ReviewedPerson> unconfirmed = documents.unconfirmed(stated);
        Set<ReviewedPerson> uncompared = EnumSet.noneOf(ReviewedPerson.class);
        unconfirmed.stream()
                .filter(person -> done.stream().noneMatch(entry -> DocumentReadings.foundSame(entry, person)))
                .forEach(uncompared::add);
        return new Duties(
                evidence.of(stated.id()).stream()
                        .filter(item -> !item.superseded() && !isOpened(item, done))
                        .map(EvidenceItem::id)
                        .collect(Collectors.toSet()),
                unconfirmed,
                uncompared);
    }

    private static boolean isOpened(EvidenceItem item, List<AuditEntry> done) {
        Set<String> pages = done.stream()
                .filter(entry -> entry.event() == AuditEvent.EVIDENCE_VIEWED
                        && item.id().toString().equals(entry.facts().get("evidence")))
                .map(entry -> entry.facts().get("page"))
                .collect(Collectors.toSet());
        // An earlier version stored PDFs without the number of their pages.
        int all = Objects.requireNonNullElse(item.pages(), 1);
        return IntStream.range(0, all).allMatch(page -> pages.contains(Integer.toString(page)));
    }
}
