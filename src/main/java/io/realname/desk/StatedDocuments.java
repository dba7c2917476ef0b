package io.realname.desk;

import io.realname.application.ApplicationKind;
import io.realname.application.Applications.Stated;
import io.realname.enterprise.EnterpriseDetails;
import io.realname.enterprise.StatedEnterprises;
import io.realname.identity.Person;
import io.realname.licence.LicenceChecks;
import io.realname.licence.LicenceResult;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The people of an application whose documents reviewers see, and whose number a reviewer must have compared before a
 * yes: those whom neither a bank nor the register of licences has confirmed.
 */
@Component
class StatedDocuments {

    private final StatedEnterprises enterprises;
    private final LicenceChecks checks;

    StatedDocuments(StatedEnterprises enterprises, LicenceChecks checks) {
        this.enterprises = enterprises;
        this.checks = checks;
    }

    Map<ReviewedPerson, Person> of(Stated stated) {
        Map<ReviewedPerson, Person> people = new EnumMap<>(ReviewedPerson.class);
        people.put(ReviewedPerson.APPLICANT, stated.person());
        if (stated.kind() == ApplicationKind.ENTERPRISE) {
            EnterpriseDetails details = enterprises.details(stated.id());
            if (!details.isLegalPerson(stated.person())) {
                people.put(ReviewedPerson.LEGAL_PERSON, details.legalPerson());
            }
        }
        return people;
    }

    /**
     * The people whom only a reviewer can confirm. An account that is upgraded was verified as the applicant's. The
     * register confirms the legal person, if all that was stated is as the register has it.
     */
    Set<ReviewedPerson> unconfirmed(Stated stated) {
        Set<ReviewedPerson> unconfirmed = EnumSet.copyOf(of(stated).keySet());
        if (stated.kind() == ApplicationKind.ENTERPRISE) {
            if (isConfirmedByRegister(stated)) {
                // Without another legal person, the applicant is the legal person.
                unconfirmed.remove(
                        unconfirmed.contains(ReviewedPerson.LEGAL_PERSON)
                                ? ReviewedPerson.LEGAL_PERSON
                                : ReviewedPerson.APPLICANT);
            }
            if (enterprises.upgrades(stated.id()) != null) {
                unconfirmed.remove(ReviewedPerson.APPLICANT);
            }
        }
        return unconfirmed;
    }

    private boolean isConfirmedByRegister(Stated stated) {
        return checks.of(stated.id())
                .map(LicenceChecks.LicenceCheck::finding)
                .filter(finding -> finding.result() == LicenceResult.CONSISTENT)
                .isPresent();
    }
}
