package io.realname.mobile;

import io.realname.protection.BlindIndex;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Wrong tries in a row of a number and of an account, across applications (NIST SP 800-63B-4, 3.2.2): after the free
 * ones each costs a delay that doubles, and none is taken after the last.
 */
@Component
class CodeThrottle {

    private final BlindIndex blindIndex;
    private final MobileCodeProperties limits;

    CodeThrottle(BlindIndex blindIndex, MobileCodeProperties limits) {
        this.blindIndex = blindIndex;
        this.limits = limits;
    }

    /** How long the number or the account must still wait. */
    Optional<Duration> delay(JdbcClient jdbc, CodeSubject subject) {
        return jdbc.sql("""
                        select extract(epoch from max(locked_until) - now())
                        from mobile_code_throttle where subject_key in (:keys) and locked_until > now()
                        """)
                .param("keys", keys(subject))
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofSeconds((long) Math.ceil(seconds)));
    }

    /** Counts a try as wrong before it is compared; {@link #reset} takes it back when it was right. */
    void count(JdbcClient jdbc, CodeSubject subject) {
        for (byte[] key : keys(subject)) {
            jdbc.sql("""
                            insert into mobile_code_throttle as t (subject_key, wrong_in_row, locked_until, updated_at)
                            values (:key, 1, now(), now())
                            on conflict (subject_key) do update set
                                wrong_in_row = t.wrong_in_row + 1,
                                locked_until = case
                                    when t.wrong_in_row + 1 >= :maximum then 'infinity'
                                    when t.wrong_in_row + 1 <= :free then now()
                                    else now() + least(power(2, t.wrong_in_row - :free), 1440) * interval '1 minute'
                                end,
                                updated_at = now()
                            """)
                    .param("key", key)
                    .param("free", limits.freeWrongTries())
                    .param("maximum", limits.maximumWrongTries())
                    .update();
        }
    }

    void reset(JdbcClient jdbc, CodeSubject subject) {
        for (byte[] key : keys(subject)) {
            jdbc.sql("delete from mobile_code_throttle where subject_key = ?")
                    .param(key)
                    .update();
        }
    }

    /** In one order always, so that two that count the same pair never wait for each other. */
    private List<byte[]> keys(CodeSubject subject) {
        return Stream.of(blindIndex.of("mobile", subject.mobile().e164()), blindIndex.of("account", subject.account()))
                .sorted(Arrays::compareUnsigned)
                .toList();
    }
}
