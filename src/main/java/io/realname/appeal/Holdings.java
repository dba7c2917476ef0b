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

/** The bindings that an appeal concerns: as the reviewers see them, and as they are at the moment of release. */
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

    /** Notes which bindings a yes would release now; that is what the reviewers see and decide about. */
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

    /** As noted last, the oldest binding first. */
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

    /** The age of the oldest binding that is concerned, in whole days. */
    public int oldestInDays(UUID appeal) {
        return jdbc.sql("""
                        select coalesce(max(extract(day from now() - b.verified_at))::int, 0)
                        from appeal_holding h join binding b on b.id = h.binding where h.appeal = ?
                        """).param(appeal).query(Integer.class).single();
    }

    /**
     * Releases what was noted, if it is still what is concerned: under the lock of the identity, with the accounts held as
     * they are until the transaction ends.
     *
     * @param isBusy whether an account has something under way
     * @return with {@link ReleaseResult#RELEASED} everything is released; with all others nothing is
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
