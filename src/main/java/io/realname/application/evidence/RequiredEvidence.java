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

/** The evidence that reviewers need before they can decide, and which of it is missing. */
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

    /** The evidence that the application still lacks. */
    public Set<EvidenceKind> missing(UUID id) {
        return missing(applications.stated(id));
    }

    /** As {@link #missing(UUID)}, for a caller that has the stated data already. */
    public Set<EvidenceKind> missing(Applications.Stated stated) {
        Set<EvidenceKind> missing = EnumSet.noneOf(EvidenceKind.class);
        missing.addAll(rule(stated.kind()).required(stated));
        missing.removeAll(evidence.kindsOf(stated.id()));
        return missing;
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
