package io.realname.newuser;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.evidence.EvidenceRule;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.evidence.EvidenceKind;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The evidence that reviewers need to check a document that no bank can check. */
@Component
class DocumentEvidence implements EvidenceRule {

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.NEW_USER;
    }

    @Override
    public Set<EvidenceKind> required(Applications.Stated stated) {
        return RequiredEvidence.ofApplicant(stated.person());
    }
}
