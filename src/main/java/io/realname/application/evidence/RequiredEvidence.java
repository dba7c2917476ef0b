package io.realname.application.evidence;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.DocumentType;
import io.realname.identity.Person;
import io.realname.refusal.RefusalException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people need to see before they can decide, and what of it is missing. */
@Component
public class RequiredEvidence {

    private final Applications applications;
    private final EvidenceFolder evidence;
    private final List<EvidenceRule> rules;

    RequiredEvidence(Applications applications, EvidenceFolder evidence, List<EvidenceRule> rules) {
        this.applications = applications;
        this.evidence = evidence;
        this.rules = rules;
    }

    /** What the application still lacks. */
    public Set<EvidenceKind> missing(UUID id) {
        return missing(applications.stated(id));
    }

    /** As {@link #missing(UUID)}, for who has opened what was stated. */
    public Set<EvidenceKind> missing(Applications.Stated stated) {
        Set<EvidenceKind> missing = EnumSet.noneOf(EvidenceKind.class);
        missing.addAll(rule(stated.kind()).required(stated));
        missing.removeAll(evidence.kindsOf(stated.id()));
        return missing;
    }

    /**
     * Takes note that nothing is missing.
     *
     * @throws RefusalException if this application must not go on to people
     */
    public void complete(Applications.Stated stated) {
        rule(stated.kind()).complete(stated.id());
    }

    /** The document of who applies, and a picture of them holding it; a passport has no back. */
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
                .orElseThrow(() -> new IllegalStateException("people decide no " + kind));
    }
}
