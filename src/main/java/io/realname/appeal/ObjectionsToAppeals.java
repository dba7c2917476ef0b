package io.realname.appeal;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountDirectory.Known;
import io.realname.account.UserName;
import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.PolicyProperties;
import io.realname.application.Registration;
import io.realname.mobile.MobileNumber;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.Sealer;
import io.realname.refusal.FieldError;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Objections: the holder of an account objects to an appeal that would release the account's binding. A mobile code
 * proves that the holder owns the account.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class ObjectionsToAppeals {

    private final JdbcClient jdbc;
    private final Applications applications;
    private final AccountDirectory accounts;
    private final Objections objections;
    private final Sealer sealer;
    private final PolicyProperties policy;
    private final AuditTrail trail;

    ObjectionsToAppeals(
            JdbcClient jdbc,
            Applications applications,
            AccountDirectory accounts,
            Objections objections,
            Sealer sealer,
            PolicyProperties policy,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.accounts = accounts;
        this.objections = objections;
        this.sealer = sealer;
        this.policy = policy;
        this.trail = trail;
    }

    /**
     * Registers an objection.
     *
     * @throws RefusalException {@code INVALID_APPLICATION} if the account is unknown, {@code APPLICATION_IN_PROGRESS}
     */
    public void register(UUID id, String client, ObjectionApplication form) {
        Account account = accounts.find(form.account())
                .orElseThrow(() ->
                        new RefusalException(Refusal.invalid(List.of(new FieldError("/account", "UNKNOWN_ACCOUNT")))));
        applications.register(new Registration(id, ApplicationKind.OBJECTION, client, account)
                .verifiedAccount(account.userName())
                .statement(form.statement()));
    }

    /**
     * Finds the open appeal against the account. Stores it with the objection, together with the mobile number that
     * gets the code.
     */
    public AppealFound find(UUID id) {
        UserName account = asked(id).account();
        Known known = accounts.lookUp(account).orElseThrow();
        Optional<UUID> appeal = openAppealAgainst(account);
        if (appeal.isEmpty()) {
            return AppealFound.NONE;
        }
        MobileNumber mobile = known.account().mobile();
        if (mobile == null) {
            return AppealFound.NO_MOBILE;
        }
        if (known.isTooNew(policy.mobileProvesAfter())) {
            return AppealFound.MOBILE_TOO_NEW;
        }
        jdbc.sql("update application set objects_to = :appeal, mobile = :mobile where id = :id")
                .param("appeal", appeal.get())
                .param("mobile", sealer.seal(mobile.e164(), Applications.place("mobile", id)))
                .param("id", id)
                .update();
        applications.readAgain(id);
        return AppealFound.FOUND;
    }

    /**
     * Stores the objection with the appeal, at any step of the appeal. Locks the appeal until the transaction ends.
     *
     * @return the appeal; empty if the holder cannot object to it any more
     */
    public Optional<UUID> raise(UUID id) {
        Asked asked = asked(id);
        UUID appeal = asked.objectsTo();
        if (appeal == null) {
            throw new IllegalStateException("no appeal was found for the objection " + id);
        }
        applications.lock(appeal);
        Optional<UUID> open = openAppealAgainst(asked.account()).filter(appeal::equals);
        open.ifPresent(found -> {
            objections.add(found, asked.account().value(), asked.statement());
            trail.append(found, AuditEvent.HOLDER_OBJECTED, null, Map.of("by", id.toString()));
        });
        return open;
    }

    /** The open appeal with a notice to the account, sent or not, to which the account has not objected yet. */
    private Optional<UUID> openAppealAgainst(UserName account) {
        return jdbc.sql("""
                        select h.appeal from appeal_holding h
                        join application a on a.id = h.appeal and a.ended_at is null
                        join binding b on b.id = h.binding and b.released_at is null
                        where h.account = :account
                          and exists (select from appeal_notice n where n.appeal = h.appeal and n.account = :account)
                          and not exists (select from appeal_objection o
                                          where o.appeal = h.appeal and o.account = :account)
                        """).param("account", account.value()).query(UUID.class).optional();
    }

    private Asked asked(UUID id) {
        return jdbc.sql("select account, objects_to, statement from application where id = ?")
                .param(id)
                .query((row, n) -> new Asked(
                        new UserName(row.getString("account")),
                        row.getObject("objects_to", UUID.class),
                        open(row.getBytes("statement"), id)))
                .single();
    }

    private @Nullable String open(byte @Nullable [] sealed, UUID id) {
        return sealed == null ? null : sealer.open(sealed, Applications.place("statement", id));
    }

    private record Asked(
            UserName account,
            @Nullable UUID objectsTo,
            @Nullable String statement) {}
}
