package io.realname.enterprise;

import io.realname.application.Applications;
import io.realname.application.Outcome;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeDetails;
import io.realname.application.OutcomeReason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The details of the outcome {@code AMOUNT_FAILED}: until when the account is frozen. */
@Component
class FrozenAccount implements OutcomeDetails {

    private final StatedEnterprises enterprises;

    FrozenAccount(StatedEnterprises enterprises) {
        this.enterprises = enterprises;
    }

    @Override
    public Set<OutcomeCode> codes() {
        return Set.of(OutcomeCode.AMOUNT_FAILED);
    }

    @Override
    public Outcome of(OutcomeCode code, @Nullable OutcomeReason reason, Applications.Stated stated) {
        return new Outcome(
                code,
                reason,
                List.of(),
                null,
                enterprises.frozenUntil(stated.account()).orElse(null));
    }
}
