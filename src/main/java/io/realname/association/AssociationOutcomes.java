package io.realname.association;

import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.application.Applications;
import io.realname.application.Outcome;
import io.realname.application.OutcomeCode;
import io.realname.application.OutcomeDetails;
import io.realname.application.OutcomeOption;
import io.realname.application.OutcomeReason;
import io.realname.application.PolicyProperties;
import io.realname.identity.IdentityRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Details of an association's outcomes: the account to which the identity is bound, the account without a mobile
 * number, or the time from which the verified account's mobile number is old enough.
 */
@Component
class AssociationOutcomes implements OutcomeDetails {

    private final IdentityRegistry registry;
    private final AccountDirectory accounts;
    private final PolicyProperties policy;

    AssociationOutcomes(IdentityRegistry registry, AccountDirectory accounts, PolicyProperties policy) {
        this.registry = registry;
        this.accounts = accounts;
        this.policy = policy;
    }

    @Override
    public Set<OutcomeCode> codes() {
        return Set.of(
                OutcomeCode.IDENTITY_BOUND_TO_ANOTHER_ACCOUNT,
                OutcomeCode.VERIFIED_ACCOUNT_HAS_NO_MOBILE,
                OutcomeCode.MOBILE_CHANGED_RECENTLY);
    }

    @Override
    public Outcome of(OutcomeCode code, @Nullable OutcomeReason reason, Applications.Stated stated) {
        return switch (code) {
            case IDENTITY_BOUND_TO_ANOTHER_ACCOUNT ->
                new Outcome(
                        code,
                        reason,
                        List.of(OutcomeOption.APPEAL, OutcomeOption.CUSTOMER_SERVICE),
                        registry.accountAt(stated.identity(), stated.site())
                                .map(account -> new UserName(account).masked())
                                .orElse(null),
                        null);
            case VERIFIED_ACCOUNT_HAS_NO_MOBILE ->
                new Outcome(code, reason, List.of(), stated.verifiedAccount().value(), null);
            case MOBILE_CHANGED_RECENTLY -> new Outcome(code, reason, List.of(), null, provesFrom(stated));
            default -> throw new IllegalArgumentException(code.name());
        };
    }

    private @Nullable Instant provesFrom(Applications.Stated stated) {
        return accounts.lookUp(stated.verifiedAccount())
                .map(known -> known.provesFrom(policy.mobileProvesAfter()))
                .orElse(null);
    }
}
