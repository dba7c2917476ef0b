package io.realname.application;

import io.realname.appeal.AppealReason;
import io.realname.enterprise.EnterpriseDetails;
import io.realname.enterprise.StatedEnterprises;
import io.realname.evidence.EvidenceFolder;
import io.realname.evidence.EvidenceKind;
import io.realname.identity.DocumentType;
import io.realname.identity.Person;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What people need to see before they can decide. */
@Component
public class RequiredEvidence {

    private final Applications applications;
    private final Appeals appeals;
    private final StatedEnterprises enterprises;
    private final EvidenceFolder evidence;

    RequiredEvidence(
            Applications applications, Appeals appeals, StatedEnterprises enterprises, EvidenceFolder evidence) {
        this.applications = applications;
        this.appeals = appeals;
        this.enterprises = enterprises;
        this.evidence = evidence;
    }

    /** What the application still lacks; a passport has no back. */
    public Set<EvidenceKind> missing(UUID id) {
        Applications.Stated stated = applications.stated(id);
        Set<EvidenceKind> missing =
                stated.kind() == ApplicationKind.ENTERPRISE ? ofEnterprise(stated) : ofPerson(stated);
        missing.removeAll(evidence.kindsOf(id));
        return missing;
    }

    private Set<EvidenceKind> ofPerson(Applications.Stated stated) {
        Set<EvidenceKind> required = EnumSet.of(EvidenceKind.DOCUMENT_FRONT, EvidenceKind.HOLDING_DOCUMENT);
        if (hasBack(stated.person())) {
            required.add(EvidenceKind.DOCUMENT_BACK);
        }
        if (stated.kind() == ApplicationKind.APPEAL && appeals.reason(stated.id()) == AppealReason.NOT_MY_OPERATION) {
            required.add(EvidenceKind.OWNERSHIP_CERTIFICATE);
        }
        return required;
    }

    /** Of who acts for it only where that is not who represents it by law. */
    private Set<EvidenceKind> ofEnterprise(Applications.Stated stated) {
        Set<EvidenceKind> required = EnumSet.of(EvidenceKind.LICENCE, EvidenceKind.LEGAL_PERSON_FRONT);
        EnterpriseDetails details = enterprises.details(stated.id());
        if (hasBack(details.legalPerson())) {
            required.add(EvidenceKind.LEGAL_PERSON_BACK);
        }
        Person acting = stated.person();
        if (!details.isLegalPerson(acting)) {
            required.add(EvidenceKind.POWER_OF_ATTORNEY);
            required.add(EvidenceKind.DOCUMENT_FRONT);
            if (hasBack(acting)) {
                required.add(EvidenceKind.DOCUMENT_BACK);
            }
        }
        return required;
    }

    private static boolean hasBack(Person person) {
        return person.document().type() != DocumentType.PASSPORT;
    }
}
