package io.realname.appeal;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.AccountKind;
import io.realname.account.UserName;
import io.realname.application.ApplicationKind;
import io.realname.application.Applications;
import io.realname.application.FollowedApplications;
import io.realname.application.Registration;
import io.realname.identity.IdentityKey;
import io.realname.identity.IdentityRegistry;
import io.realname.identity.PassportNumbers;
import io.realname.identity.Person;
import io.realname.identity.VerificationMethod;
import io.realname.protection.Sealer;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import io.realname.review.NotApprovedException;
import io.realname.review.ReviewRounds;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Appeals: an identity is released from its holder if the reviewers approve and the bindings have not changed since the
 * review.
 */
@Service
public class Appeals {

    private final JdbcClient jdbc;
    private final Applications applications;
    private final FollowedApplications followed;
    private final AccountDirectory accounts;
    private final IdentityRegistry registry;
    private final Holdings holdings;
    private final Objections objections;
    private final ReviewRounds rounds;
    private final PassportNumbers passports;
    private final Sealer sealer;

    Appeals(
            JdbcClient jdbc,
            Applications applications,
            FollowedApplications followed,
            AccountDirectory accounts,
            IdentityRegistry registry,
            Holdings holdings,
            Objections objections,
            ReviewRounds rounds,
            PassportNumbers passports,
            Sealer sealer) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.followed = followed;
        this.accounts = accounts;
        this.registry = registry;
        this.holdings = holdings;
        this.objections = objections;
        this.rounds = rounds;
        this.passports = passports;
        this.sealer = sealer;
    }

    /**
     * Registers an appeal.
     *
     * @throws RefusalException as {@link Applications#applicant}; {@code INVALID_APPLICATION} if it follows an
     *     application that cannot be followed; {@code APPLICATION_IN_PROGRESS} also if another appeal about the
     *     identity is open and its evidence is complete
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(UUID id, String client, AppealApplication form) {
        Account account = applications.applicant(form.account());
        Person person = person(form, client, account);
        String statement = form.statement();
        applications.register(new Registration(id, ApplicationKind.APPEAL, client, account)
                .person(person)
                .mobile(form.contactMobile())
                .follows(form.follows()));
        if (isAnotherAppealComplete(id)) {
            throw new RefusalException(Refusal.of(RefusalCode.APPLICATION_IN_PROGRESS));
        }
        jdbc.sql("""
                        insert into appeal (application, reason, statement, verify_account)
                        values (:id, :reason, :statement, :verifyAccount)
                        """)
                .param("id", id)
                .param("reason", form.reason().name())
                .param("statement", statement == null ? null : sealer.seal(statement, place(id)), java.sql.Types.BINARY)
                .param("verifyAccount", form.verifyAccount())
                .update();
    }

    private boolean isAnotherAppealComplete(UUID id) {
        return jdbc.sql("""
                        select exists (select from application a join application this on this.identity_key = a.identity_key
                                       where this.id = ? and a.kind = 'APPEAL' and a.ended_at is null and a.evidence_complete)
                        """).param(id).query(Boolean.class).single();
    }

    /**
     * Marks the evidence of the appeal as complete. Until this appeal ends, no other appeal about the same identity can
     * do so.
     *
     * @throws RefusalException {@code APPLICATION_IN_PROGRESS} if another open appeal about the identity has complete
     *     evidence
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void markEvidenceComplete(UUID id) {
        try {
            jdbc.sql("update application set evidence_complete = true where id = ?")
                    .param(id)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new RefusalException(Refusal.of(RefusalCode.APPLICATION_IN_PROGRESS));
        }
    }

    private Person person(AppealApplication form, String client, Account account) {
        UUID follows = form.follows();
        if (follows != null) {
            followed.require(follows, client, account);
        }
        Person stated = form.person();
        if (stated != null) {
            return stated;
        }
        if (follows == null) {
            throw new IllegalStateException("an appeal must state a person or follow an application");
        }
        return applications.stated(follows).person();
    }

    /**
     * The number of appeals about the identity within 30 days, including this one. An appeal whose evidence was never
     * complete does not count: somebody who only knows the document number must not use up its owner's appeals.
     */
    public int countThisMonth(UUID id) {
        return 1 + jdbc.sql("""
                                select count(*) from application a join application this on this.identity_key = a.identity_key
                                where this.id = ? and a.id <> this.id and a.kind = 'APPEAL'
                                  and a.created_at > now() - interval '30 days'
                                  and exists (select from appeal_holding h where h.appeal = a.id)
                                """).param(id).query(Integer.class).single();
    }

    /**
     * Stores the bindings that an approval would release now. Marks all objections so far as taken up by the review
     * that follows.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public HolderState checkHolder(UUID id) {
        objections.takeUp(id);
        Asked asked = asked(id);
        return holdings.note(id, asked.reason(), asked.identity(), asked.site());
    }

    /** The facts that decide which reviewers get the appeal. */
    public AppealFacts facts(UUID id) {
        Asked asked = asked(id);
        int formerAppeals = jdbc.sql("""
                        select count(*) from application
                        where kind = 'APPEAL' and identity_key = ? and id <> ? and outcome in ('APPEAL_APPROVED', 'APPEAL_REJECTED')
                        """)
                .params(asked.identity().bytes(), id)
                .query(Integer.class)
                .single();
        return new AppealFacts(
                asked.reason(),
                asked.site(),
                holdings.oldestInDays(id),
                formerAppeals,
                objections.isAnyTo(id),
                passports.isUnderTwoCountries(asked.identity()));
    }

    /**
     * Releases the bindings that the reviewers have seen. If the applicant asked for it, also verifies the applicant's
     * account. Both or neither; checks the current state.
     *
     * @throws NotApprovedException if the reviewers' votes do not approve the release; the path through the diagram
     *     does not count
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public ReleaseResult release(UUID id) {
        if (objections.isAnyNewTo(id)) {
            return ReleaseResult.CHANGED;
        }
        Asked asked = asked(id);
        if (!rounds.isApproved(id, asked.reason().needsTwoReviewers())) {
            throw new NotApprovedException(id);
        }
        ReleaseResult result =
                holdings.release(id, asked.reason(), asked.identity(), asked.site(), applications::isUnderWay);
        if (result == ReleaseResult.RELEASED && asked.verifyAccount()) {
            verify(id, asked.identity());
        }
        return result;
    }

    /** Does nothing if the account has become an enterprise's since the appeal was filed. */
    private void verify(UUID id, IdentityKey identity) {
        Applications.Stated stated = applications.stated(id);
        Account account =
                accounts.lookUp(new UserName(stated.account())).orElseThrow().account();
        if (account.kind() == AccountKind.PERSONAL
                && !registry.bindReviewed(identity, stated.person(), account, VerificationMethod.APPEAL, id)) {
            throw new IllegalStateException("the identity is still bound after its release: appeal " + id);
        }
    }

    public AppealReason reason(UUID id) {
        return asked(id).reason();
    }

    /** The applicant's own words, and whether to verify the applicant's account. */
    public AppealStatement statement(UUID id) {
        return jdbc.sql("select statement, verify_account from appeal where application = ?")
                .param(id)
                .query((row, n) ->
                        new AppealStatement(open(row.getBytes("statement"), id), row.getBoolean("verify_account")))
                .single();
    }

    /** The other appeals about the same identity, the newest first. */
    public List<EarlierAppeal> earlier(UUID id) {
        return jdbc.sql("""
                        select a.id, a.created_at, p.reason, a.outcome, a.outcome_reason
                        from application this
                        join application a on a.identity_key = this.identity_key and a.kind = 'APPEAL' and a.id <> this.id
                        join appeal p on p.application = a.id
                        where this.id = ? order by a.created_at desc
                        """)
                .param(id)
                .query((row, n) -> new EarlierAppeal(
                        row.getObject("id", UUID.class),
                        row.getObject("created_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        AppealReason.valueOf(row.getString("reason")),
                        row.getString("outcome"),
                        row.getString("outcome_reason")))
                .list();
    }

    private Asked asked(UUID id) {
        return jdbc.sql("""
                        select a.identity_key, a.site, p.reason, p.verify_account
                        from application a join appeal p on p.application = a.id where a.id = ?
                        """)
                .param(id)
                .query((row, n) -> new Asked(
                        IdentityKey.stored(row.getBytes("identity_key")),
                        row.getString("site"),
                        AppealReason.valueOf(row.getString("reason")),
                        row.getBoolean("verify_account")))
                .single();
    }

    private @Nullable String open(byte @Nullable [] sealed, UUID id) {
        return sealed == null ? null : sealer.open(sealed, place(id));
    }

    private static String place(UUID id) {
        return "appeal/statement/" + id;
    }

    private record Asked(IdentityKey identity, String site, AppealReason reason, boolean verifyAccount) {}
}
