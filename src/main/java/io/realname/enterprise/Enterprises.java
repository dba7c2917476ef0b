package io.realname.enterprise;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.UserName;
import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.FollowedApplications;
import io.realname.application.Registration;
import io.realname.identity.Binding;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.Person;
import io.realname.protection.ApplicationFacts;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.review.NotApprovedException;
import io.realname.review.ReviewRounds;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enterprise applications: an account becomes an enterprise's. The account keeps its personal verification until the
 * enterprise is verified; one transaction makes both changes.
 */
@Service
public class Enterprises {

    private final JdbcClient jdbc;
    private final Applications applications;
    private final FollowedApplications followed;
    private final AccountDirectory accounts;
    private final IdentityRegistry registry;
    private final StatedEnterprises stated;
    private final VerifiedEnterprises verified;
    private final ReviewRounds rounds;
    private final AuditTrail trail;

    Enterprises(
            JdbcClient jdbc,
            Applications applications,
            FollowedApplications followed,
            AccountDirectory accounts,
            IdentityRegistry registry,
            StatedEnterprises stated,
            VerifiedEnterprises verified,
            ReviewRounds rounds,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.followed = followed;
        this.accounts = accounts;
        this.registry = registry;
        this.stated = stated;
        this.verified = verified;
        this.rounds = rounds;
        this.trail = trail;
    }

    /**
     * Registers an enterprise application.
     *
     * @throws RefusalException {@code INVALID_APPLICATION} if the account is unknown; if it is a personal account
     *     without a personal verification; if the acting person is missing, or is stated although known; if it follows
     *     an application that cannot be followed. {@code ACCOUNT_ALREADY_VERIFIED} if the account is verified as an
     *     enterprise's. {@code APPLICATION_IN_PROGRESS}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(UUID id, String client, EnterpriseApplication form) {
        Account account = accounts.lookUp(form.account())
                .map(AccountDirectory.Known::account)
                .orElseThrow(() -> invalid("/account", "UNKNOWN_ACCOUNT"));
        String userName = account.userName().value();
        if (verified.isVerified(userName)) {
            throw new RefusalException(Refusal.of(RefusalCode.ACCOUNT_ALREADY_VERIFIED));
        }
        Optional<Binding> personal = registry.bindingOf(userName);
        Person person = authorisedPerson(form, client, account, personal);
        applications.register(new Registration(id, ApplicationKind.ENTERPRISE, client, account)
                .person(person)
                .mobile(form.contactMobile())
                .follows(form.follows())
                .agreed());
        stated.add(id, form.type(), form.details(), personal.map(Binding::id).orElse(null));
        if (!form.details().licence().checkCharacterMatches()) {
            trail.append(id, AuditEvent.NUMBER_CONFIRMED, null, ApplicationFacts.confirmed("LICENCE"));
        }
    }

    /** The person who acts for the enterprise: the known one, or the stated one if none is known. */
    private Person authorisedPerson(
            EnterpriseApplication form, String client, Account account, Optional<Binding> personal) {
        UUID follows = form.follows();
        Person person = form.authorisedPerson();
        if (follows != null) {
            followed.require(follows, client, account);
            return applications.stated(follows).person();
        }
        if (personal.isPresent()) {
            if (person != null) {
                throw invalid("/authorisedPerson", "NOT_WITH_VERIFIED_ACCOUNT");
            }
            return personal.get().person();
        }
        if (account.kind() == AccountKind.PERSONAL) {
            throw invalid("/account", "PERSONAL_VERIFICATION_REQUIRED");
        }
        if (person == null) {
            throw invalid("/authorisedPerson", "REQUIRED");
        }
        return person;
    }

    /** The number of the account's enterprise applications that were rejected before. */
    public int formerRejections(String account) {
        return jdbc.sql("""
                        select count(*) from application
                        where account = ? and kind = 'ENTERPRISE' and outcome = 'ENTERPRISE_REJECTED'
                        """).param(account).query(Integer.class).single();
    }

    /** Freezes the account: for this period no enterprise application of the account is accepted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void freeze(UUID id, Duration period) {
        stated.freeze(id, period);
        trail.append(id, AuditEvent.ACCOUNT_FROZEN, null, Map.of("hours", Long.toString(period.toHours())));
    }

    /**
     * Verifies the account as the enterprise's, and releases its personal verification. Both or neither; checks the
     * current state. Associations that were derived from the personal verification stay: they belong to the same
     * person.
     *
     * @return false if the personal verification that the application upgrades was released or replaced
     * @throws NotApprovedException if the reviewers' votes do not approve the application; the path through the diagram
     *     does not count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean verify(UUID id) {
        if (!rounds.isApproved(id, false)) {
            throw new NotApprovedException(id);
        }
        Applications.Stated application = applications.stated(id);
        UserName userName = new UserName(application.account());
        accounts.lock(userName);
        registry.lock(application.identity());
        Optional<UUID> personal = registry.bindingOf(application.account()).map(Binding::id);
        UUID upgrades = stated.upgrades(id);
        if (upgrades != null && !personal.equals(Optional.of(upgrades))) {
            return false;
        }
        personal.ifPresent(binding -> registry.releaseAll(List.of(binding), id));
        verified.add(accounts.find(userName).orElseThrow(), stated.details(id), id);
        return true;
    }

    private static RefusalException invalid(String pointer, String code) {
        return new RefusalException(Refusal.invalid(List.of(new FieldError(pointer, code))));
    }
}
