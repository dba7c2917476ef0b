package io.realname.appeal;

import io.realname.account.Account;
import io.realname.account.AccountDirectory;
import io.realname.account.UserName;
import io.realname.database.AutonomousTransactions;
import io.realname.database.ProviderCall;
import io.realname.mobile.MobileNumber;
import io.realname.mobile.NoticeSender;
import io.realname.mobile.SmsResult;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
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
 * Tells holders by SMS that an appeal against their account was approved. Stores each result at once, in a transaction
 * of its own, so that a second run tells only the other holders. If the app crashes between sending and storing, one
 * holder is told twice.
 */
@Service
public class HolderNotices {

    private final JdbcClient jdbc;
    private final AutonomousTransactions autonomous;
    private final ProviderCall outside;
    private final Holdings holdings;
    private final AccountDirectory accounts;
    private final NoticeSender sender;
    private final AuditTrail trail;

    HolderNotices(
            JdbcClient jdbc,
            AutonomousTransactions autonomous,
            ProviderCall outside,
            Holdings holdings,
            AccountDirectory accounts,
            NoticeSender sender,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.autonomous = autonomous;
        this.outside = outside;
        this.holdings = holdings;
        this.accounts = accounts;
        this.sender = sender;
        this.trail = trail;
    }

    /**
     * Tells every holder who was not told in this review yet.
     *
     * @param review the number of the review, from 1
     * @param period the time in which they may object
     * @return the reason for a later retry; empty if none is needed
     */
    public Optional<SmsResult> tell(UUID appeal, int review, Duration period) {
        List<Holding> all = holdings.of(appeal);
        return outside.make(() -> tell(appeal, review, all, period));
    }

    private Optional<SmsResult> tell(UUID appeal, int review, List<Holding> all, Duration period) {
        Optional<SmsResult> later = Optional.empty();
        for (Holding holding : all) {
            if (isTold(appeal, review, holding.account())) {
                continue;
            }
            Account account = accounts.find(new UserName(holding.account())).orElseThrow();
            MobileNumber mobile = account.mobile();
            if (mobile == null) {
                store(appeal, review, holding.account(), HolderNotice.Result.NO_MOBILE);
                continue;
            }
            SmsResult result = sender.tellHolder(mobile, account.userName().masked(), period, UUID.randomUUID());
            if (result instanceof SmsResult.Accepted) {
                store(appeal, review, holding.account(), HolderNotice.Result.SENT);
            } else if (result instanceof SmsResult.NumberRefused) {
                store(appeal, review, holding.account(), HolderNotice.Result.REFUSED);
            } else if (result instanceof SmsResult.FrequencyLimited) {
                // The limit may concern this number only, so the other holders are told now.
                later = Optional.of(result);
            } else {
                return Optional.of(result);
            }
        }
        return later;
    }

    /** The notices of a review, with their results. */
    public List<HolderNotice> of(UUID appeal, int review) {
        return jdbc.sql("select account, result from appeal_notice where appeal = ? and review = ? order by account")
                .params(appeal, review)
                .query((row, n) -> new HolderNotice(
                        row.getString("account"), HolderNotice.Result.valueOf(row.getString("result"))))
                .list();
    }

    private boolean isTold(UUID appeal, int review, String account) {
        return jdbc.sql("select exists (select from appeal_notice where appeal = ? and review = ? and account = ?)")
                .params(appeal, review, account)
                .query(Boolean.class)
                .single();
    }

    /** Appends the notices of a review to the audit trail, in the transaction of the step that sent them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(UUID appeal, int review) {
        for (HolderNotice notice : of(appeal, review)) {
            trail.append(
                    appeal,
                    AuditEvent.HOLDER_NOTIFIED,
                    null,
                    Map.of(
                            "review", Integer.toString(review),
                            "binding", binding(appeal, notice.account()).toString(),
                            "result", notice.result().name()));
        }
    }

    private UUID binding(UUID appeal, String account) {
        return holdings.of(appeal).stream()
                .filter(holding -> holding.account().equals(account))
                .map(Holding::binding)
                .findFirst()
                .orElseThrow();
    }

    private void store(UUID appeal, int review, String account, HolderNotice.Result result) {
        autonomous.run(own ->
                own.sql("""
                        insert into appeal_notice (appeal, review, account, result, sent_at) values (?, ?, ?, ?, now())
                        on conflict do nothing
                        """).params(appeal, review, account, result.name()).update());
    }
}
