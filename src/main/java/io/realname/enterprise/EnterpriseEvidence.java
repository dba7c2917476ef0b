package io.realname.enterprise;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.evidence.EvidenceRule;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.Person;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The evidence that reviewers need about an enterprise, its legal person and the person who acts for it. */
@Component
class EnterpriseEvidence implements EvidenceRule {

    private final StatedEnterprises enterprises;

    EnterpriseEvidence(StatedEnterprises enterprises) {
        this.enterprises = enterprises;
    }

    @Override
    public ApplicationKind kind() {
        return ApplicationKind.ENTERPRISE;
    }

    /** Evidence about the acting person is required only if that is not the legal person. */
    @Override
    public Set<EvidenceKind> required(Applications.Stated stated) {
        Set<EvidenceKind> required = EnumSet.of(EvidenceKind.LICENCE, EvidenceKind.LEGAL_PERSON_FRONT);
        EnterpriseDetails details = enterprises.details(stated.id());
        if (RequiredEvidence.hasBack(details.legalPerson())) {
            required.add(EvidenceKind.LEGAL_PERSON_BACK);
        }
        Person acting = stated.person();
        if (!details.isLegalPerson(acting)) {
            required.add(EvidenceKind.POWER_OF_ATTORNEY);
            required.add(EvidenceKind.DOCUMENT_FRONT);
            if (RequiredEvidence.hasBack(acting)) {
                required.add(EvidenceKind.DOCUMENT_BACK);
            }
        }
        return required;
    }
}
