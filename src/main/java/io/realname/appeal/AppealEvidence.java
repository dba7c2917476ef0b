package io.realname.appeal;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.evidence.EvidenceRule;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.evidence.EvidenceKind;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The evidence that reviewers need before they take an identity from its holder. */
@Component
class AppealEvidence implements EvidenceRule {

    private final Appeals appeals;

    AppealEvidence(Appeals appeals) {
        this.appeals = appeals;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.APPEAL;
    }

    @Override
    public Set<EvidenceKind> required(Applications.Stated stated) {
        Set<EvidenceKind> required = RequiredEvidence.ofApplicant(stated.person());
        if (appeals.reason(stated.id()) == AppealReason.NOT_MY_OPERATION) {
            required.add(EvidenceKind.OWNERSHIP_CERTIFICATE);
        }
        return required;
    }

    @Override
    public void complete(UUID id) {
        appeals.markEvidenceComplete(id);
    }
}
