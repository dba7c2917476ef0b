package io.realname.appeal;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.identity.IdentityKey;
import io.realname.identity.IdentityRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bindings that an appeal concerns. Stored for the reviewers, and compared with the current bindings at the
 * release.
 */
@Repository
public class Holdings {

    private final JdbcClient jdbc;
    private final IdentityRegistry registry;
    private final AccountDirectory accounts;

    Holdings(JdbcClient jdbc, IdentityRegistry registry, AccountDirectory accounts) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.accounts = accounts;
    }

    /**
     * Stores the bindings that an approval would release now. The reviewers see these bindings and decide about them.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public HolderState note(UUID appeal, AppealReason reason, IdentityKey identity, String site) {
        List<Holding> holdings = concerned(reason, identity, site);
        jdbc.sql("delete from appeal_holding where appeal = ?").param(appeal).update();
        for (Holding holding : holdings) {
            jdbc.sql("insert into appeal_holding (appeal, binding, account, site) values (?, ?, ?, ?)")
                    .params(appeal, holding.binding(), holding.account(), holding.site())
                    .update();
        }
        if (holdings.isEmpty()) {
            return HolderState.NOT_BOUND;
        }
        return anyHasOpenBusiness(holdings) ? HolderState.OPEN_BUSINESS : HolderState.RELEASABLE;
    }

    /** The bindings as last stored, the oldest first. */
    public List<Holding> of(UUID appeal) {
        return jdbc.sql("""
                        select h.binding, h.account, h.site from appeal_holding h join binding b on b.id = h.binding
                        where h.appeal = ? order by b.verified_at, b.id
                        """)
                .param(appeal)
                .query((row, n) -> new Holding(
                        row.getObject("binding", UUID.class), row.getString("account"), row.getString("site")))
                .list();
    }

    /** The age of the oldest stored binding, in whole days; 0 if there is none. */
    public int oldestInDays(UUID appeal) {
        return jdbc.sql("""
                        select coalesce(max(extract(day from now() - b.verified_at))::int, 0)
                        from appeal_holding h join binding b on b.id = h.binding where h.appeal = ?
                        """).param(appeal).query(Integer.class).single();
    }

    /**
     * Releases the stored bindings, if they are still the bindings that the appeal concerns. Locks the identity and the
     * accounts until the transaction ends.
     *
     * @param isBusy whether an account has an open application
     * @return {@link ReleaseResult#RELEASED} if all bindings are released; with any other result none is
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReleaseResult release(
            UUID appeal, AppealReason reason, IdentityKey identity, String site, Predicate<String> isBusy) {
        registry.lock(identity);
        List<Holding> now = concerned(reason, identity, site);
        if (!bindings(now).equals(bindings(of(appeal))) || anyHasOpenBusiness(now)) {
            return ReleaseResult.CHANGED;
        }
        if (now.stream().anyMatch(holding -> isBusy.test(holding.account()))) {
            return ReleaseResult.HOLDER_BUSY;
        }
        registry.releaseAll(bindings(now), appeal);
        return ReleaseResult.RELEASED;
    }

    private List<Holding> concerned(AppealReason reason, IdentityKey identity, String site) {
        return jdbc.sql("""
                        with recursive concerned as (
                            select id, account, site from binding
                            where identity_key = :identity and released_at is null and (:everywhere or site = :site)
                            union
                            select b.id, b.account, b.site from binding b join concerned c on b.source = c.id
                            where b.released_at is null
                        )
                        select id, account, site from concerned order by id
                        """)
                .param("identity", identity.bytes())
                .param("everywhere", reason == AppealReason.NEVER_VERIFIED)
                .param("site", site)
                .query((row, n) ->
                        new Holding(row.getObject("id", UUID.class), row.getString("account"), row.getString("site")))
                .list();
    }

    private boolean anyHasOpenBusiness(List<Holding> holdings) {
        return holdings.stream()
                .map(holding -> accounts.lookUp(new UserName(holding.account())).orElseThrow())
                .map(AccountDirectory.Known::account)
                .map(Account::openBusiness)
                .anyMatch(open -> !open.isEmpty());
    }

    private static Set<UUID> bindings(List<Holding> holdings) {
        return holdings.stream().map(Holding::binding).collect(Collectors.toCollection(HashSet::new));
    }
}
