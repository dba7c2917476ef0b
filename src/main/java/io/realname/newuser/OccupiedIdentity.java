package io.realname.newuser;

import io.realname.application.Applications;
import io.realname.application.Outcome;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeDetails;
import io.realname.application.OutcomeOption;
import io.realname.application.OutcomeReason;
import io.realname.identity.IdentityRegistry;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The options of the outcome {@code IDENTITY_OCCUPIED}: appeal, enterprise verification, association. */
@Component
class OccupiedIdentity implements OutcomeDetails {

    private final IdentityRegistry registry;

    OccupiedIdentity(IdentityRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Set<OutcomeCode> codes() {
        return Set.of(OutcomeCode.IDENTITY_OCCUPIED);
    }

    /**
     * If the identity is bound at the applicant's own site, an association would be refused, so it is not an option.
     */
    @Override
    public Outcome of(OutcomeCode code, @Nullable OutcomeReason reason, Applications.Stated stated) {
        boolean boundAtOwnSite = registry.sitesOf(stated.identity()).contains(stated.site());
        List<OutcomeOption> options = Stream.of(OutcomeOption.APPEAL, OutcomeOption.ENTERPRISE, OutcomeOption.ASSOCIATE)
                .filter(option -> option != OutcomeOption.ASSOCIATE || !boundAtOwnSite)
                .toList();
        return new Outcome(code, reason, options, null, null);
    }
}
