package io.realname.association;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountDirectory.Known;
import io.realname.account.AccountKind;
import io.realname.account.UserName;
import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.FollowedApplications;
import io.realname.application.PolicyProperties;
import io.realname.application.Registration;
import io.realname.identity.Binding;
import io.realname.identity.IdentityKey;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.SealedPersons;
import io.realname.mobile.MobileNumber;
import io.realname.protection.Sealer;
import io.realname.refusal.RefusalException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Associations: an account gets the real-name information of another one of the same person. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Associations {

    private final JdbcClient jdbc;
    private final Applications applications;
    private final FollowedApplications followed;
    private final AccountDirectory accounts;
    private final IdentityRegistry registry;
    private final SealedPersons persons;
    private final Sealer sealer;
    private final PolicyProperties policy;

    Associations(
            JdbcClient jdbc,
            Applications applications,
            FollowedApplications followed,
            AccountDirectory accounts,
            IdentityRegistry registry,
            SealedPersons persons,
            Sealer sealer,
            PolicyProperties policy) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.followed = followed;
        this.accounts = accounts;
        this.registry = registry;
        this.persons = persons;
        this.sealer = sealer;
        this.policy = policy;
    }

    /**
     * Registers an association.
     *
     * @throws RefusalException as {@link Applications#applicant}; {@code INVALID_APPLICATION} if what it follows is not an
     *     application of the same client and account that ended with an occupied identity; {@code APPLICATION_IN_PROGRESS}
     */
    public void register(UUID id, String client, AssociationApplication form) {
        Account account = applications.applicant(form.account());
        UUID follows = form.follows();
        if (follows != null) {
            followed.require(follows, client, account);
        }
        applications.register(new Registration(id, ApplicationKind.ASSOCIATION, client, account)
                .verifiedAccount(form.verifiedAccount())
                .follows(follows));
    }

    /**
     * Finds the verified account, and keeps who it is about and the number that is to be confirmed. Whether the identity is
     * bound at the applicant's site is not looked at: who has not shown yet that the account is theirs is not told whose is.
     *
     * <p>Asks the database the same for an account that is unknown, unverified or an enterprise's: strangers learn nothing
     * from the answer, and nothing from how long it takes. Until the transaction ends the account does not change, so
     * that a number which comes at this moment is either seen here or finds the application waiting.
     */
    public Source find(UUID id) {
        Asked asked = asked(id);
        Optional<Known> known = accounts.lookUp(asked.verifiedAccount());
        Optional<Binding> binding = registry.bindingOf(asked.verifiedAccount().value());
        if (known.isEmpty()
                || binding.isEmpty()
                || known.get().account().kind() != AccountKind.PERSONAL
                || !asked.isAbout(binding.get().identity())) {
            return Source.NOT_VERIFIED;
        }
        MobileNumber mobile = known.get().account().mobile();
        keep(id, binding.get(), mobile);
        if (mobile == null) {
            return Source.NO_MOBILE;
        }
        return isTooNew(known.get()) ? Source.MOBILE_TOO_NEW : Source.READY;
    }

    private void keep(UUID id, Binding binding, @Nullable MobileNumber mobile) {
        jdbc.sql("""
                        update application
                        set identity_key = :identity, person = :person, mobile = :mobile, source_binding = :source
                        where id = :id
                        """)
                .param("identity", binding.identity().bytes())
                .param("person", persons.seal(binding.person(), Applications.place("person", id)))
                .param(
                        "mobile",
                        mobile == null ? null : sealer.seal(mobile.e164(), Applications.place("mobile", id)),
                        java.sql.Types.BINARY)
                .param("source", binding.id())
                .param("id", id)
                .update();
    }

    /**
     * Binds the identity of the verified account to the applicant's. Decides on what is true at this moment, under the
     * locks of account and identity, and not on what was true when the code went out.
     */
    public AssociationResult associate(UUID id) {
        Asked asked = asked(id);
        Applications.Stated stated = applications.stated(id);
        Optional<Known> known = accounts.lookUp(asked.verifiedAccount());
        registry.lock(stated.identity());
        Optional<Binding> source = registry.bindingOf(asked.verifiedAccount().value());
        if (known.isEmpty()
                || known.get().account().kind() != AccountKind.PERSONAL
                || source.isEmpty()
                || !source.get().id().equals(asked.sourceBinding())) {
            return AssociationResult.SOURCE_GONE;
        }
        if (!stated.mobile().equals(known.get().account().mobile())) {
            return AssociationResult.MOBILE_CHANGED;
        }
        if (isTooNew(known.get())) {
            return AssociationResult.MOBILE_TOO_NEW;
        }
        Account account = accounts.find(new UserName(stated.account())).orElseThrow();
        return registry.bindDerived(source.get(), account, id)
                ? AssociationResult.BOUND
                : AssociationResult.BOUND_AT_SITE;
    }

    private boolean isTooNew(Known verified) {
        Instant provesFrom = verified.provesFrom(policy.mobileProvesAfter());
        return provesFrom != null && provesFrom.isAfter(Instant.now());
    }

    /**
     * The applications that wait for the account to get a mobile number. Until the transaction ends nobody else takes
     * them a step on: one that is withdrawn at this moment is over first, and none of these.
     */
    public List<UUID> waitingForMobileOf(UserName verifiedAccount) {
        return jdbc.sql("""
                        select id from application where verified_account = ? and action = 'BIND_MOBILE'
                        order by id for no key update
                        """).param(verifiedAccount.value()).query(UUID.class).list();
    }

    private Asked asked(UUID id) {
        return jdbc.sql("""
                        select a.verified_account, a.source_binding, a.follows, f.identity_key as followed
                        from application a left join application f on f.id = a.follows
                        where a.id = ?
                        """)
                .param(id)
                .query((row, n) -> new Asked(
                        new UserName(row.getString("verified_account")),
                        row.getObject("source_binding", UUID.class),
                        row.getObject("follows", UUID.class),
                        row.getBytes("followed")))
                .single();
    }

    @SuppressWarnings("ArrayRecordComponent") // a private carrier that is never compared
    private record Asked(
            UserName verifiedAccount,
            @Nullable UUID sourceBinding,
            @Nullable UUID follows,
            byte @Nullable [] followed) {

        /** Who follows an application about one person cannot go on with another. */
        boolean isAbout(IdentityKey identity) {
            return follows == null || Arrays.equals(followed, identity.bytes());
        }
    }
}
