package io.realname.protection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts wrong tries in a row for each subject, for example a mobile number or an account. The count continues over all
 * applications until a try is right.
 *
 * <p>The caller chooses the connection. If a rollback must not undo a count, the caller counts in a separate
 * transaction.
 */
public final class WrongTries {

    private WrongTries() {}

    /**
     * When further tries are delayed.
     *
     * @param free how many wrong tries cause no delay; the next one causes a delay of a minute, and each further one
     *     doubles the delay, up to a day
     * @param maximum after this many wrong tries, no try is accepted until the count is deleted
     */
    public record Delays(int free, int maximum) {

        /** Tries are only counted. The caller decides what follows. */
        public static final Delays NONE = new Delays(Integer.MAX_VALUE - 1, Integer.MAX_VALUE);
    }

    /** The longest time that one of the subjects must still wait; empty if none must wait. */
    public static Optional<Duration> delay(JdbcClient jdbc, List<byte[]> subjects) {
        return jdbc.sql("""
                        select extract(epoch from max(closed_until) - now())
                        from wrong_tries where subject_key in (:subjects) and closed_until > now()
                        """)
                .param("subjects", subjects)
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofSeconds((long) Math.ceil(seconds)));
    }

    /**
     * Counts a wrong try for each subject, in one statement. A try that causes no delay does not set the time to now: for
     * a transaction that began a moment earlier, that would be a delay.
     *
     * @param subjects always in the same order, so that two transactions that count the same ones cannot deadlock
     */
    public static void count(JdbcClient jdbc, List<byte[]> subjects, Delays delays) {
        jdbc.sql("""
                        insert into wrong_tries as t (subject_key, in_row, closed_until, updated_at)
                        select subject, 1, '-infinity', now() from unnest(:subjects::bytea[]) as subject
                        on conflict (subject_key) do update set
                            in_row = t.in_row + 1,
                            closed_until = case
                                when t.in_row + 1 >= :maximum then 'infinity'
                                when t.in_row < :free then '-infinity'
                                else now() + least(power(2, t.in_row - :free), 1440) * interval '1 minute'
                            end,
                            updated_at = now()
                        """)
                .param("subjects", subjects.toArray(byte[][]::new))
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

    /**
     * Deletes the counts: the next wrong try is the first one.
     *
     * @param subjects in the order in which they are {@link #count counted}
     */
    public static void forget(JdbcClient jdbc, List<byte[]> subjects) {
        jdbc.sql("""
                        with counted as (
                            select subject_key
                            from unnest(:subjects::bytea[]) with ordinality as one (subject, number)
                            join wrong_tries on subject_key = one.subject
                            order by one.number
                            for update of wrong_tries
                        )
                        delete from wrong_tries using counted where wrong_tries.subject_key = counted.subject_key
                        """).param("subjects", subjects.toArray(byte[][]::new)).update();
    }
}
