package io.realname.desk;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications.Stated;
import io.realname.application.evidence.RequiredEvidence;
import io.realname.enterprise.EnterpriseDetails;
import io.realname.enterprise.StatedEnterprises;
import io.realname.evidence.EvidenceKind;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The kinds of evidence that a reviewer may ask for. Nobody is asked for the back of a passport. */
@Component
class EvidenceToAskFor {

    private final StatedEnterprises enterprises;

    EvidenceToAskFor(StatedEnterprises enterprises) {
        this.enterprises = enterprises;
    }

    Set<EvidenceKind> of(Stated stated) {
        return stated.kind() == ApplicationKind.ENTERPRISE ? ofEnterprise(stated) : ofPerson(stated);
    }

    private static Set<EvidenceKind> ofPerson(Stated stated) {
        Set<EvidenceKind> kinds = EnumSet.copyOf(EvidenceKind.ofPersons());
        if (!RequiredEvidence.hasBack(stated.person())) {
            kinds.remove(EvidenceKind.DOCUMENT_BACK);
        }
        if (stated.kind() != ApplicationKind.APPEAL) {
            kinds.remove(EvidenceKind.OWNERSHIP_CERTIFICATE);
        }
        return kinds;
    }

    private Set<EvidenceKind> ofEnterprise(Stated stated) {
        Set<EvidenceKind> kinds = EnumSet.copyOf(EvidenceKind.ofEnterprises());
        EnterpriseDetails details = enterprises.details(stated.id());
        if (!RequiredEvidence.hasBack(details.legalPerson())) {
            kinds.remove(EvidenceKind.LEGAL_PERSON_BACK);
        }
        if (details.isLegalPerson(stated.person())) {
            kinds.removeAll(EnumSet.of(
                    EvidenceKind.DOCUMENT_FRONT, EvidenceKind.DOCUMENT_BACK, EvidenceKind.POWER_OF_ATTORNEY));
        } else if (!RequiredEvidence.hasBack(stated.person())) {
            kinds.remove(EvidenceKind.DOCUMENT_BACK);
        }
        return kinds;
    }
}
