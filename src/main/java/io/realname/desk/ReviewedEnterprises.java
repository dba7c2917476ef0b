package io.realname.desk;

import io.realname.application.Applications.Stated;
import io.realname.enterprise.EnterpriseDetails;
import io.realname.enterprise.StatedEnterprises;
import io.realname.licence.LicenceChecks;
import io.realname.licence.LicenceChecks.LicenceCheck;
import io.realname.licence.LicenceFinding;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What reviewers see of an enterprise. The licence is not masked, because everybody can read it in the public register.
 */
@Component
class ReviewedEnterprises {

    private final StatedEnterprises enterprises;
    private final LicenceChecks checks;
    private final BirthDates birthDates;

    ReviewedEnterprises(StatedEnterprises enterprises, LicenceChecks checks, BirthDates birthDates) {
        this.birthDates = birthDates;
        this.enterprises = enterprises;
        this.checks = checks;
    }

    ReviewView.Enterprise of(Stated stated) {
        UUID application = stated.id();
        EnterpriseDetails details = enterprises.details(application);
        return new ReviewView.Enterprise(
                enterprises.type(application).name(),
                details.licence().type().name(),
                details.licence().number(),
                !details.licence().checkCharacterMatches(),
                details.name().value(),
                details.legalPerson().name().value(),
                birthDates.of(details.legalPerson().document()),
                details.legalPerson().document().type().name(),
                IssuingCountry.of(details.legalPerson().document()),
                details.legalPerson().document().masked(),
                details.isLegalPerson(stated.person()),
                details.account().masked(),
                details.account().bank(),
                details.account().branch(),
                details.contactEmail().masked(),
                enterprises.upgrades(application) != null,
                checks.of(application)
                        .filter(LicenceCheck::sent)
                        .map(ReviewedEnterprises::register)
                        .orElse(new ReviewView.Register("NOT_ASKED", List.of())));
    }

    private static ReviewView.Register register(LicenceCheck check) {
        LicenceFinding finding = check.finding();
        return finding == null
                ? new ReviewView.Register("ANSWER_LOST", List.of())
                : new ReviewView.Register(
                        finding.result().name(),
                        finding.differing().stream().map(Enum::name).sorted().toList());
    }
}
