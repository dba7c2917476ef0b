package io.realname.application;

import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.enterprise.StatedEnterprises;
import io.realname.identity.IdentityRegistry;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is told with an outcome beside its code: the ways on, whose account it is, from when it will be possible. */
@Component
class OutcomeDetails {

    private final IdentityRegistry registry;
    private final AccountDirectory accounts;
    private final StatedEnterprises enterprises;
    private final PolicyProperties policy;

    OutcomeDetails(
            IdentityRegistry registry,
            AccountDirectory accounts,
            StatedEnterprises enterprises,
            PolicyProperties policy) {
        this.registry = registry;
        this.accounts = accounts;
        this.enterprises = enterprises;
        this.policy = policy;
    }

    /** @param stated opened only for the outcomes that need it */
    Outcome of(OutcomeCode code, @Nullable OutcomeReason reason, Applications.Stated stated) {
        return switch (code) {
            case IDENTITY_OCCUPIED -> new Outcome(code, reason, waysOn(stated), null, null);
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
            case AMOUNT_FAILED ->
                new Outcome(
                        code,
                        reason,
                        List.of(),
                        null,
                        enterprises.frozenUntil(stated.account()).orElse(null));
            case MOBILE_CHANGED_RECENTLY -> new Outcome(code, reason, List.of(), null, provesFrom(stated));
            default -> new Outcome(code, reason, List.of(), null, null);
        };
    }

    /** Rule 2; an association at a site where the identity is bound already could but be refused. */
    private List<OutcomeOption> waysOn(Applications.Stated stated) {
        boolean boundAtOwnSite = registry.sitesOf(stated.identity()).contains(stated.site());
        return Stream.of(OutcomeOption.APPEAL, OutcomeOption.ENTERPRISE, OutcomeOption.ASSOCIATE)
                .filter(option -> option != OutcomeOption.ASSOCIATE || !boundAtOwnSite)
                .toList();
    }

    private @Nullable Instant provesFrom(Applications.Stated stated) {
        return accounts.lookUp(stated.verifiedAccount())
                .map(known -> known.provesFrom(policy.mobileProvesAfter()))
                .orElse(null);
    }
}
