package io.realname.application;

import io.realname.appeal.AppealReason;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.DocumentType;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people need to see before they can decide. */
@Component
public class RequiredEvidence {

    private final Applications applications;
    private final Appeals appeals;
    private final EvidenceFolder evidence;

    RequiredEvidence(Applications applications, Appeals appeals, EvidenceFolder evidence) {
        this.applications = applications;
        this.appeals = appeals;
        this.evidence = evidence;
    }

    /** What the application still lacks; a passport has no back. */
    public Set<EvidenceKind> missing(UUID id) {
        Applications.Stated stated = applications.stated(id);
        Set<EvidenceKind> missing = EnumSet.of(EvidenceKind.DOCUMENT_FRONT, EvidenceKind.HOLDING_DOCUMENT);
        if (stated.person().document().type() != DocumentType.PASSPORT) {
            missing.add(EvidenceKind.DOCUMENT_BACK);
        }
        if (stated.kind() == ApplicationKind.APPEAL && appeals.reason(id) == AppealReason.NOT_MY_OPERATION) {
            missing.add(EvidenceKind.OWNERSHIP_CERTIFICATE);
        }
        missing.removeAll(evidence.kindsOf(id));
        return missing;
    }
}
