package io.realname.mobile;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Limits how many codes are sent to one number. Anybody who knows a number can have codes sent to it. So some codes are
 * reserved for {@link MobileCodePurpose#OBJECTION}, with which the number's owner objects to an appeal. For the same
 * reason, one account alone cannot use up the codes of a verified account's number. A code that surely was not sent does not
 * count.
 */
@Component
class CodeQuota {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final MobileCodeProperties limits;

    CodeQuota(JdbcClient jdbc, MobileCodeProperties limits) {
        this.jdbc = jdbc;
        this.limits = limits;
    }

    /** The longest time until the number may get another code for this purpose; empty if it may get one now. */
    Optional<Duration> delay(CodeSubject subject, byte[] mobileKey) {
        Sent sent = sent(subject, mobileKey);
        boolean reserved = subject.purpose() == MobileCodePurpose.OBJECTION;
        boolean foreign = subject.purpose() == MobileCodePurpose.ASSOCIATION;
        if (sent.lastDay >= limits.perDay()
                || (!reserved && sent.openLastDay >= limits.perDay() - limits.reservedPerDay())
                || (foreign && sent.byAccountLastDay >= limits.foreignPerDay())) {
            return Optional.of(DAY);
        }
        if (sent.lastHour >= limits.perHour()
                || (!reserved && sent.openLastHour >= limits.perHour() - limits.reservedPerHour())) {
            return Optional.of(HOUR);
        }
        return Optional.empty();
    }

    private Sent sent(CodeSubject subject, byte[] mobileKey) {
        return jdbc.sql("""
                        select count(*) filter (where recent) as last_hour,
                               count(*) as last_day,
                               count(*) filter (where recent and purpose <> 'OBJECTION') as open_last_hour,
                               count(*) filter (where purpose <> 'OBJECTION') as open_last_day,
                               count(*) filter (where purpose = 'ASSOCIATION' and account = :account) as by_account_last_day
                        from (select purpose, account, created_at > now() - interval '1 hour' as recent from mobile_code
                              where mobile_key = :mobileKey and created_at > now() - interval '1 day'
                                and state <> 'NOT_SENT') codes
                        """)
                .param("mobileKey", mobileKey)
                .param("account", subject.account())
                .query((row, n) -> new Sent(
                        row.getInt("last_hour"),
                        row.getInt("last_day"),
                        row.getInt("open_last_hour"),
                        row.getInt("open_last_day"),
                        row.getInt("by_account_last_day")))
                .single();
    }

    /** The {@code open} counts are those of all purposes except an objection. */
    private record Sent(int lastHour, int lastDay, int openLastHour, int openLastDay, int byAccountLastDay) {}
}
