package io.realname.identity;

import io.realname.account.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bindings of identities to accounts. An identity has at most one active binding per site, and an account has at
 * most one active binding. Two partial unique indexes enforce this: the database refuses a second binding even if the
 * program has an error.
 */
@Repository
public class IdentityRegistry {

    private final JdbcClient jdbc;
    private final SealedPersons persons;
    private final BindingTrail trail;

    IdentityRegistry(JdbcClient jdbc, SealedPersons persons, BindingTrail trail) {
        this.jdbc = jdbc;
        this.persons = persons;
        this.trail = trail;
    }

    /** The sites at which the identity is bound to an account now; empty if it is free. */
    public Set<String> sitesOf(IdentityKey identity) {
        return Set.copyOf(jdbc.sql("select site from binding where identity_key = ? and released_at is null")
                .param(identity.bytes())
                .query(String.class)
                .list());
    }

    /** The account to which the identity is bound at the site now. */
    public Optional<String> accountAt(IdentityKey identity, String site) {
        return jdbc.sql("select account from binding where identity_key = ? and site = ? and released_at is null")
                .params(identity.bytes(), site)
                .query(String.class)
                .optional();
    }

    /** The account's active binding; empty if the account is not verified. */
    public Optional<Binding> bindingOf(String account) {
        return jdbc.sql("""
                        select id, identity_key, account, site, method, person, verified_at
                        from binding where account = ? and released_at is null
                        """)
                .param(account)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new Binding(
                            id,
                            IdentityKey.stored(row.getBytes("identity_key")),
                            row.getString("account"),
                            row.getString("site"),
                            VerificationMethod.valueOf(row.getString("method")),
                            persons.open(row.getBytes("person"), place(id)),
                            row.getObject("verified_at", OffsetDateTime.class).toInstant());
                })
                .optional();
    }

    /**
     * Binds an identity that must be free in the whole group. If several accounts bind the same identity at once, each
     * waits for the identity's row lock and then sees what the one before it committed. So the first one succeeds, and
     * the others get {@link BindResult#OCCUPIED}.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public BindResult bindFree(BindingSubject subject, VerificationMethod method) {
        lock(subject.identity());
        UUID id = UUID.randomUUID();
        int bound = jdbc.sql("""
                        insert into binding (id, identity_key, site, account, method, person, application, verified_at)
                        select :id, :identity, :site, :account, :method, :person, :application, now()
                        where not exists (select from binding where identity_key = :identity and released_at is null)
                        """)
                .param("id", id)
                .param("identity", subject.identity().bytes())
                .param("site", subject.site().code())
                .param("account", subject.account().value())
                .param("method", method.name())
                .param("person", persons.seal(subject.person(), place(id)))
                .param("application", subject.application())
                .update();
        if (bound == 0) {
            return BindResult.OCCUPIED;
        }
        trail.bound(
                id,
                subject.identity(),
                subject.site().code(),
                subject.account().value(),
                method,
                null,
                subject.application());
        return BindResult.BOUND;
    }

    /**
     * Binds the identity of a verified account to a second account, with the same real-name information. The caller
     * holds the identity's {@link #lock}.
     *
     * @return false if, in the meantime, the identity was bound at that site, or the account was bound to another
     *     identity
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean bindDerived(Binding source, Account account, UUID application) {
        UUID id = UUID.randomUUID();
        int bound = jdbc.sql("""
                        insert into binding (id, identity_key, site, account, method, person, application, verified_at, source)
                        values (:id, :identity, :site, :account, 'ASSOCIATION', :person, :application, now(), :source)
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("identity", source.identity().bytes())
                .param("site", account.site().code())
                .param("account", account.userName().value())
                .param("person", persons.seal(source.person(), place(id)))
                .param("application", application)
                .param("source", source.id())
                .update();
        if (bound == 0) {
            return false;
        }
        trail.bound(
                id,
                source.identity(),
                account.site().code(),
                account.userName().value(),
                VerificationMethod.ASSOCIATION,
                source.id(),
                application);
        return true;
    }

    /**
     * Binds an identity that reviewers have verified. The identity may be bound at other sites. The caller holds the
     * identity's {@link #lock}.
     *
     * @return false if, in the meantime, the identity was bound at that site, or the account was bound to another
     *     identity
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean bindReviewed(
            IdentityKey identity, Person person, Account account, VerificationMethod method, UUID application) {
        UUID id = UUID.randomUUID();
        int bound = jdbc.sql("""
                        insert into binding (id, identity_key, site, account, method, person, application, verified_at)
                        values (:id, :identity, :site, :account, :method, :person, :application, now())
                        on conflict do nothing
                        """)
                .param("id", id)
                .param("identity", identity.bytes())
                .param("site", account.site().code())
                .param("account", account.userName().value())
                .param("method", method.name())
                .param("person", persons.seal(person, place(id)))
                .param("application", application)
                .update();
        if (bound == 0) {
            return false;
        }
        trail.bound(id, identity, account.site().code(), account.userName().value(), method, null, application);
        return true;
    }

    /**
     * Releases exactly these bindings. The caller holds the identity's {@link #lock}, and includes the derived
     * bindings.
     *
     * @param by the application whose decision releases the bindings
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void releaseAll(Collection<UUID> bindings, UUID by) {
        recordReleases(
                jdbc.sql("""
                                update binding set released_at = now() where id in (:bindings) and released_at is null
                                returning id, application, account
                                """)
                        .param("bindings", bindings)
                        .query(IdentityRegistry::released)
                        .list(),
                by);
    }

    /**
     * Always in the same order, so that two transactions that release different bindings of the same applications
     * cannot deadlock.
     */
    private void recordReleases(List<Released> released, UUID by) {
        released.stream()
                .sorted(Comparator.comparing(Released::application).thenComparing(Released::id))
                .forEach(one -> trail.released(one.id(), one.application(), by));
    }

    private static Released released(ResultSet row, int n) throws SQLException {
        return new Released(
                row.getObject("id", UUID.class), row.getObject("application", UUID.class), row.getString("account"));
    }

    /** Locks the identity's row. Until this transaction ends, no other one binds or releases this identity. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(IdentityKey identity) {
        jdbc.sql("""
                        insert into identity (identity_key) values (?)
                        on conflict (identity_key) do update set identity_key = excluded.identity_key
                        """).param(identity.bytes()).update();
    }

    private static String place(UUID binding) {
        return "binding/person/" + binding;
    }

    private record Released(UUID id, UUID application, String account) {}
}
