package io.realname.mobile;

import io.realname.database.AutonomousTransactions;
import io.realname.database.ProviderCall;
import io.realname.protection.BlindIndex;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends and verifies codes. A right code proves that a mobile number is the applicant's. A code has 6 digits. Only its
 * keyed hash is stored, bound to application, purpose and number. A code is valid once and for a few minutes. An
 * application has one valid code at a time; its wrong tries are counted over all its codes.
 */
@Service
public class MobileCodes {

    private static final int CODES = 1_000_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate shortTransaction;
    private final AutonomousTransactions autonomous;
    private final ProviderCall outside;
    private final SmsSender sender;
    private final BlindIndex blindIndex;
    private final CodeThrottle throttle;
    private final CodeQuota quota;
    private final MobileCodeProperties limits;
    private final CodeMeters meters;
    private final SecureRandom random = new SecureRandom();

    MobileCodes(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            AutonomousTransactions autonomous,
            ProviderCall outside,
            SmsSender sender,
            BlindIndex blindIndex,
            CodeThrottle throttle,
            CodeQuota quota,
            MobileCodeProperties limits,
            CodeMeters meters) {
        this.jdbc = jdbc;
        this.shortTransaction = new TransactionTemplate(transactions);
        this.autonomous = autonomous;
        this.outside = outside;
        this.sender = sender;
        this.blindIndex = blindIndex;
        this.throttle = throttle;
        this.quota = quota;
        this.limits = limits;
        this.meters = meters;
    }

    /**
     * Sends a new code; the code before it becomes void. The code is stored before it is sent. If an earlier run of the
     * same step ended between the two, the provider is asked first. If the provider took that message, no other message
     * is sent.
     */
    public CodeDispatch send(CodeSubject subject) {
        return meters.count(subject.purpose(), dispatch(outside.make(() -> handOver(subject))));
    }

    private CodeDispatch dispatch(Handover handover) {
        SmsResult result = handover.result();
        if (result instanceof SmsResult.Accepted accepted) {
            return sent(handover.challenge(), accepted.serialNumber());
        } else if (result instanceof SmsResult.FrequencyLimited) {
            return new CodeDispatch.FrequencyLimited();
        } else if (result instanceof SmsResult.NumberRefused) {
            return new CodeDispatch.NumberRefused();
        } else if (result instanceof SmsResult.NotSent notSent) {
            return new CodeDispatch.Unavailable(notSent.reason());
        } else if (result instanceof SmsResult.Unavailable unavailable) {
            return new CodeDispatch.Unavailable(unavailable.reason());
        }
        return new CodeDispatch.ProviderRefused(((SmsResult.ProviderRefused) result).reason());
    }

    private Handover handOver(CodeSubject subject) {
        Issue issue = issue(subject, true);
        if (issue instanceof Issue.Unfinished unfinished) {
            Optional<String> serialNumber =
                    sender.lookUp(subject.mobile(), unfinished.challenge(), unfinished.createdAt());
            if (serialNumber.isPresent()) {
                return new Handover(unfinished.challenge(), new SmsResult.Accepted(serialNumber.get()));
            }
            issue = issue(subject, false);
        }
        if (!(issue instanceof Issue.Issued issued)) {
            return new Handover(UUID.randomUUID(), new SmsResult.FrequencyLimited("our limit"));
        }
        UUID challenge = issued.challenge();
        SmsResult result = sender.send(subject.mobile(), issued.code(), limits.validity(), challenge);
        if (result instanceof SmsResult.NotSent || result instanceof SmsResult.ProviderRefused) {
            shortTransaction.executeWithoutResult(status -> notSent(challenge));
        }
        return new Handover(challenge, result);
    }

    /** Such a code counts towards no limit: otherwise an hour without the provider would use up the number's codes. */
    private void notSent(UUID challenge) {
        jdbc.sql("update mobile_code set state = 'NOT_SENT' where id = ? and state = 'SENDING'")
                .param(challenge)
                .update();
    }

    private Issue issue(CodeSubject subject, boolean mayBeUnfinished) {
        return Objects.requireNonNull(shortTransaction.execute(status -> {
            byte[] mobileKey = blindIndex.of("mobile", subject.mobile().e164());
            Optional<Issue> unfinished = lock(mobileKey, subject.application());
            if (mayBeUnfinished && unfinished.isPresent()) {
                return unfinished.get();
            }
            if (quota.delay(subject, mobileKey).isPresent()) {
                return new Issue.Limited();
            }
            String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
            UUID challenge = UUID.randomUUID();
            store(challenge, subject, mobileKey, code);
            return new Issue.Issued(challenge, code);
        }));
    }

    /**
     * Locks the number: codes to it are counted one after the other. Also reads the application's code of which an earlier
     * run does not know whether it was sent. That run has ended, so it does not matter that it is read before the lock is
     * there.
     */
    private Optional<Issue> lock(byte[] mobileKey, UUID application) {
        return jdbc.sql("""
                        select id, created_at from pg_advisory_xact_lock(:number) locked
                        left join mobile_code on application = :application and state = 'SENDING'
                        """)
                .param("number", ByteBuffer.wrap(mobileKey).getLong())
                .param("application", application)
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    OffsetDateTime at = row.getObject("created_at", OffsetDateTime.class);
                    return id == null
                            ? Optional.<Issue>empty()
                            : Optional.<Issue>of(new Issue.Unfinished(id, at.toInstant()));
                })
                .single();
    }

    private void store(UUID challenge, CodeSubject subject, byte[] mobileKey, String code) {
        // The insert reads the count, so that the code before becomes void first: of those that count there is one at
        // most.
        jdbc.sql("""
                        with voided as (
                            update mobile_code set state = 'VOID'
                            where application = :application and state in ('SENDING', 'SENT')
                            returning 1
                        )
                        insert into mobile_code (id, application, account, purpose, mobile_key, code_mac, state, created_at)
                        select :id, :application, :account, :purpose, :mobileKey, :mac, 'SENDING', now()
                        from (select count(*) from voided) done
                        """)
                .param("id", challenge)
                .param("application", subject.application())
                .param("account", subject.account())
                .param("purpose", subject.purpose().name())
                .param("mobileKey", mobileKey)
                .param("mac", mac(challenge, subject, code))
                .update();
    }

    private CodeDispatch sent(UUID challenge, String serialNumber) {
        return jdbc.sql("""
                        update mobile_code
                        set state = 'SENT', serial_number = :serialNumber, expires_at = now() + :validity * interval '1 second'
                        where id = :id and state = 'SENDING'
                        returning expires_at
                        """)
                .param("serialNumber", serialNumber)
                .param("validity", limits.validity().toSeconds())
                .param("id", challenge)
                .query(OffsetDateTime.class)
                .optional()
                .<CodeDispatch>map(expiresAt -> new CodeDispatch.Sent(expiresAt.toInstant()))
                .orElseGet(() -> new CodeDispatch.Unavailable("voided while it was sent"));
    }

    /**
     * Checks a submitted code. The try is counted and committed before the code is compared, so neither a rollback nor
     * a lost connection undoes the count. The code becomes used in the caller's transaction, so a right code stays
     * valid if a later step of that transaction fails.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public CodeVerdict verify(CodeSubject subject, MobileCode submitted) {
        return meters.count(subject.purpose(), verdict(subject, submitted));
    }

    private CodeVerdict verdict(CodeSubject subject, MobileCode submitted) {
        Tried tried = autonomous.run(counting -> count(counting, subject));
        if (tried.verdict() != null) {
            return tried.verdict();
        }
        Live live = tried.live();
        if (live == null || !MessageDigest.isEqual(live.mac(), mac(live.challenge(), subject, submitted.digits()))) {
            int left = limits.tries() - tried.number();
            return left > 0 ? new CodeVerdict.Wrong(left) : new CodeVerdict.Exhausted();
        }
        int used = jdbc.sql("""
                        with used as (
                            update mobile_code set state = 'USED'
                            where id = :id and state = 'SENT' and expires_at > now()
                            returning application
                        )
                        update mobile_confirmation c set tries = tries - 1, confirmed = :mobileKey
                        from used where c.application = used.application
                        """)
                .param("id", live.challenge())
                .param("mobileKey", blindIndex.of("mobile", subject.mobile().e164()))
                .update();
        if (used == 0) {
            return new CodeVerdict.Expired();
        }
        throttle.reset(jdbc, subject);
        giveBackIfRolledBack(subject);
        return new CodeVerdict.Right();
    }

    /**
     * The try of a right code was counted and committed before. If the caller's transaction rolls back, for example because
     * the database's disk is full, the client sends the same code again, and must not run out of tries by that.
     */
    private void giveBackIfRolledBack(CodeSubject subject) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_ROLLED_BACK) {
                    autonomous.run(counting -> giveBack(counting, subject));
                }
            }
        });
    }

    private boolean giveBack(JdbcClient counting, CodeSubject subject) {
        throttle.reset(counting, subject);
        return counting.sql("update mobile_confirmation set tries = tries - 1 where application = ? and tries > 0")
                        .param(subject.application())
                        .update()
                == 1;
    }

    private Tried count(JdbcClient counting, CodeSubject subject) {
        Optional<Duration> delay = throttle.delay(counting, subject);
        if (delay.isPresent()) {
            return new Tried(0, new CodeVerdict.Throttled(delay.get()), null);
        }
        Optional<Tried> tried = counting.sql("""
                        with live as (
                            select id, code_mac, application from mobile_code
                            where application = :application and purpose = :purpose
                              and state = 'SENT' and expires_at > now()
                        ), tried as (
                            insert into mobile_confirmation as c (application, tries) select application, 1 from live
                            on conflict (application) do update set tries = c.tries + 1 where c.tries < :limit
                            returning tries
                        )
                        select id, code_mac, tries from live left join tried on true
                        """)
                .param("application", subject.application())
                .param("purpose", subject.purpose().name())
                .param("limit", limits.tries())
                .query((row, n) -> row.getObject("tries") == null
                        ? new Tried(0, new CodeVerdict.Exhausted(), null)
                        : new Tried(
                                row.getInt("tries"),
                                null,
                                new Live(row.getObject("id", UUID.class), row.getBytes("code_mac"))))
                .optional();
        if (tried.isEmpty()) {
            return new Tried(0, new CodeVerdict.Expired(), null);
        }
        if (tried.get().verdict() == null) {
            throttle.count(counting, subject);
        }
        return tried.get();
    }

    /** Whether this number was already confirmed for this application. */
    public boolean isConfirmed(UUID application, MobileNumber mobile) {
        return jdbc.sql("select exists (select from mobile_confirmation where application = ? and confirmed = ?)")
                .params(application, blindIndex.of("mobile", mobile.e164()))
                .query(Boolean.class)
                .single();
    }

    /** How long the applicant must wait before asking for another code; zero if they may ask now. */
    public Duration resendDelay(CodeSubject subject) {
        Optional<Duration> used =
                quota.delay(subject, blindIndex.of("mobile", subject.mobile().e164()));
        if (used.isPresent()) {
            return used.get();
        }
        Instant resendAfter = state(subject.application()).resendAfter();
        Duration delay = resendAfter == null ? Duration.ZERO : Duration.between(Instant.now(), resendAfter);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    public CodeState state(UUID application) {
        return jdbc.sql("""
                        select c.created_at, c.expires_at, coalesce(m.tries, 0) as tries
                        from (select :application::uuid as application) a
                        left join mobile_confirmation m on m.application = a.application
                        left join mobile_code c on c.application = a.application and c.state in ('SENDING', 'SENT')
                        """)
                .param("application", application)
                .query((row, n) -> {
                    Instant sentAt = instant(row.getObject("created_at", OffsetDateTime.class));
                    return new CodeState(
                            instant(row.getObject("expires_at", OffsetDateTime.class)),
                            limits.tries() - row.getInt("tries"),
                            sentAt == null ? null : sentAt.plus(limits.resendAfter()));
                })
                .single();
    }

    private byte[] mac(UUID challenge, CodeSubject subject, String code) {
        return blindIndex.of(
                "mobile-code",
                String.join(
                        "\0",
                        challenge.toString(),
                        subject.application().toString(),
                        subject.purpose().name(),
                        subject.mobile().e164(),
                        code));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private record Handover(UUID challenge, SmsResult result) {}

    /** What came of issuing a code. */
    private sealed interface Issue {

        /** The code is stored, and is to be sent. */
        record Issued(UUID challenge, String code) implements Issue {}

        /** An earlier run of the same step ended before it knew whether its code was sent. */
        record Unfinished(UUID challenge, Instant createdAt) implements Issue {}

        /** The number has reached its limit of messages. */
        record Limited() implements Issue {}
    }

    private record Tried(
            int number,
            @Nullable CodeVerdict verdict,
            @Nullable Live live) {}

    @SuppressWarnings("ArrayRecordComponent") // private, and never compared
    private record Live(UUID challenge, byte[] mac) {}
}
