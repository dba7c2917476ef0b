package io.realname.application.evidence;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceItem;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.DocumentType;
import io.realname.identity.Person;
import io.realname.refusal.RefusalException;
import io.realname.review.Vote;
import io.realname.review.Votes;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The evidence that reviewers need before they can decide, and which of it is missing: what the application's kind
 * always needs, and what the last reviewer has asked for.
 */
@Component
public class RequiredEvidence {

    private final Applications applications;
    private final EvidenceFolder evidence;
    private final Votes votes;
    private final List<EvidenceRule> rules;

    RequiredEvidence(Applications applications, EvidenceFolder evidence, Votes votes, List<EvidenceRule> rules) {
        this.applications = applications;
        this.evidence = evidence;
        this.votes = votes;
        this.rules = rules;
    }

    /** The evidence that the application still lacks. */
    public Set<EvidenceKind> missing(UUID id) {
        return missing(applications.stated(id));
    }

    /** As {@link #missing(UUID)}, for a caller that has the stated data already. */
    public Set<EvidenceKind> missing(Applications.Stated stated) {
        Set<EvidenceKind> missing = EnumSet.noneOf(EvidenceKind.class);
        missing.addAll(rule(stated.kind()).required(stated));
        missing.removeAll(evidence.kindsOf(stated.id()));
        missing.addAll(notYetSent(stated.id()));
        return missing;
    }

    /** Whether the last reviewer has asked for evidence, and it is not there yet. */
    public boolean isAskedByReviewer(UUID id) {
        return votes.lastRequest(id)
                .map(request -> {
                    Set<EvidenceKind> sent = sentSince(id, request);
                    return sent.isEmpty() || !sent.containsAll(request.ballot().missing());
                })
                .orElse(false);
    }

    private Set<EvidenceKind> notYetSent(UUID id) {
        return votes.lastRequest(id).map(request -> notYetSent(id, request)).orElse(Set.of());
    }

    private Set<EvidenceKind> notYetSent(UUID id, Vote request) {
        Set<EvidenceKind> missing = new HashSet<>(request.ballot().missing());
        missing.removeAll(sentSince(id, request));
        return missing;
    }

    private Set<EvidenceKind> sentSince(UUID id, Vote request) {
        return evidence.of(id).stream()
                .filter(item -> item.addedAt().isAfter(request.votedAt()))
                .map(EvidenceItem::kind)
                .collect(Collectors.toSet());
    }

    /**
     * Calls the rule of the application's kind, because no evidence is missing.
     *
     * @throws RefusalException if the reviewers must not get this application
     */
    public void complete(Applications.Stated stated) {
        rule(stated.kind()).complete(stated.id());
    }

    /** The applicant's document, and a photo of the applicant who holds it. A passport has no back. */
    public static Set<EvidenceKind> ofApplicant(Person applicant) {
        Set<EvidenceKind> required = EnumSet.of(EvidenceKind.DOCUMENT_FRONT, EvidenceKind.HOLDING_DOCUMENT);
        if (hasBack(applicant)) {
            required.add(EvidenceKind.DOCUMENT_BACK);
        }
        return required;
    }

    public static boolean hasBack(Person person) {
        return person.document().type() != DocumentType.PASSPORT;
    }

    private EvidenceRule rule(ApplicationKind kind) {
        return rules.stream()
                .filter(rule -> rule.kind() == kind)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("reviewers do not decide applications of kind " + kind));
    }
}
