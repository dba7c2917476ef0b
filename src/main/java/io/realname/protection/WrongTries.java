package io.realname.protection;

import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Wrong tries in a row, one count for each subject: a mobile number, an account. What is counted goes on over all
 * applications, until a try is right.
 *
 * <p>The caller says on which connection: a count that a rollback must not undo is made in a transaction of its own.
 */
public final class WrongTries {

    private WrongTries() {}

    /**
     * When tries are held back.
     *
     * @param free tries without a delay; each one after them waits a minute, then twice as long, at most a day
     * @param maximum none is taken any more from this one on, until the count is forgotten
     */
    public record Delays(int free, int maximum) {

        /** Tries are counted, and something else decides what follows. */
        public static final Delays NONE = new Delays(Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
    }

    /** How long the subjects must still wait: the one that waits longest. */
    public static Optional<Duration> delay(JdbcClient jdbc, Collection<byte[]> subjects) {
        return jdbc.sql("""
                        select extract(epoch from max(closed_until) - now())
                        from wrong_tries where subject_key in (:subjects) and closed_until > now()
                        """)
                .param("subjects", subjects)
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofSeconds((long) Math.ceil(seconds)));
    }

    /** Counts a wrong try. */
    public static void count(JdbcClient jdbc, byte[] subject, Delays delays) {
        jdbc.sql("""
                        insert into wrong_tries as t (subject_key, in_row, closed_until, updated_at)
                        values (:subject, 1, now(), now())
                        on conflict (subject_key) do update set
                            in_row = t.in_row + 1,
                            closed_until = case
                                when t.in_row + 1 >= :maximum then 'infinity'
                                when t.in_row < :free then now()
                                else now() + least(power(2, t.in_row - :free), 1440) * interval '1 minute'
                            end,
                            updated_at = now()
                        """)
                .param("subject", subject)
                .param("free", delays.free())
                .param("maximum", delays.maximum())
                .update();
    }

    public static int inRow(JdbcClient jdbc, byte[] subject) {
        return jdbc.sql("select in_row from wrong_tries where subject_key = ?")
                .param(subject)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Begins anew: a try was right. */
    public static void forget(JdbcClient jdbc, byte[] subject) {
        jdbc.sql("delete from wrong_tries where subject_key = ?").param(subject).update();
    }
}
