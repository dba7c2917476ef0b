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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Associations: an account gets the real-name information of another account of the same person. */
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
     * @throws RefusalException as {@link Applications#applicant}; {@code INVALID_APPLICATION} if it follows an
     *     application of another client or account, or one that did not end because of an occupied identity;
     *     {@code APPLICATION_IN_PROGRESS}
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
     * Finds the verified account. Stores its person, its mobile number and its binding with the application. Does not
     * check whether the identity is bound at the applicant's site: the applicant has not proved yet that the verified
     * account is theirs, so they must not learn whose account that is.
     *
     * <p>Sends the same queries for an account that is unknown, not verified or an enterprise's, so that a stranger
     * learns nothing from the answer or its time. Locks the account until the transaction ends. If the account service
     * sets a mobile number at this moment, either this method reads the number, or the account service finds the
     * waiting application.
     */
    public SourceState find(UUID id) {
        Asked asked = asked(id);
        Optional<Known> known = accounts.lookUp(asked.verifiedAccount());
        Optional<Binding> binding = registry.bindingOf(asked.verifiedAccount().value());
        if (known.isEmpty()
                || binding.isEmpty()
                || known.get().account().kind() != AccountKind.PERSONAL
                || !asked.isAbout(binding.get().identity())) {
            return SourceState.NOT_VERIFIED;
        }
        MobileNumber mobile = known.get().account().mobile();
        keep(id, binding.get(), mobile);
        if (mobile == null) {
            return SourceState.NO_MOBILE;
        }
        return known.get().isTooNew(policy.mobileProvesAfter()) ? SourceState.MOBILE_TOO_NEW : SourceState.READY;
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
        applications.readAgain(id);
    }

    /**
     * Binds the identity of the verified account to the applicant's account. Checks the current state under the locks
     * of account and identity; the state may have changed since the code was sent.
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
        if (known.get().isTooNew(policy.mobileProvesAfter())) {
            return AssociationResult.MOBILE_TOO_NEW;
        }
        Account account = accounts.find(new UserName(stated.account())).orElseThrow();
        return registry.bindDerived(source.get(), account, id)
                ? AssociationResult.BOUND
                : AssociationResult.BOUND_AT_SITE;
    }

    /**
     * The applications that wait until the account has a mobile number. Locks their rows until the transaction ends. If
     * one of them is withdrawn at this moment, it ends first and is not in the list.
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

    @SuppressWarnings("ArrayRecordComponent") // private, and never compared
    private record Asked(
            UserName verifiedAccount,
            @Nullable UUID sourceBinding,
            @Nullable UUID follows,
            byte @Nullable [] followed) {

        /** If an application follows another one, both must be about the same identity. */
        boolean isAbout(IdentityKey identity) {
            return follows == null || Arrays.equals(followed, identity.bytes());
        }
    }
}
