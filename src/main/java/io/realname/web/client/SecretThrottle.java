package io.realname.web.client;

import io.realname.protection.BlindIndex;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts wrong secrets in a row for each pair of client and network, in the database for all nodes. Ten wrong secrets
 * have no effect. After each further one no secret is compared for a time; the time doubles from one second up to one
 * minute. After an hour without a wrong secret the count starts again.
 *
 * <p>The count is for the pair, so that an attacker in another network slows down only themselves. Names that no client
 * has are counted too, so that the answer does not show which names exist.
 */
@Component
class SecretThrottle {

    private static final int FREE = 10;
    private static final int LONGEST_DELAY_SECONDS = 60;

    private final JdbcClient jdbc;
    private final BlindIndex blindIndex;

    SecretThrottle(JdbcClient jdbc, BlindIndex blindIndex) {
        this.jdbc = jdbc;
        this.blindIndex = blindIndex;
    }

    /**
     * The count for a pair.
     *
     * @param wrongInRow the wrong secrets since the last right one
     * @param delay the time until a secret is compared again; zero or less if one is compared now
     */
    record Standing(int wrongInRow, Duration delay) {

        boolean isClosed() {
            return !delay.isNegative() && !delay.isZero();
        }
    }

    /** @return empty if no wrong secret is stored for the pair */
    Optional<Standing> standing(String client, String network) {
        return jdbc.sql("""
                        select wrong_in_row, case when closed_until > now() then extract(epoch from closed_until - now()) else 0 end as seconds
                        from client_secret_throttle where subject_key = ? and updated_at > now() - interval '1 hour'
                        """)
                .param(key(client, network))
                .query((row, n) -> new Standing(
                        row.getInt("wrong_in_row"), Duration.ofSeconds((long) Math.ceil(row.getDouble("seconds")))))
                .optional();
    }

    /** @return whether this was the first wrong secret above the limit */
    boolean countWrong(String client, String network) {
        return jdbc.sql("""
                        insert into client_secret_throttle as t (subject_key, wrong_in_row, closed_until, updated_at)
                        values (:key, 1, '-infinity', now())
                        on conflict (subject_key) do update set
                            wrong_in_row = case
                                when t.updated_at < now() - interval '1 hour' then 1 else t.wrong_in_row + 1
                            end,
                            closed_until = case
                                when t.updated_at < now() - interval '1 hour' or t.wrong_in_row < :free then '-infinity'
                                else now() + least(power(2, t.wrong_in_row - :free), :longest) * interval '1 second'
                            end,
                            updated_at = now()
                        returning wrong_in_row
                        """)
                        .param("key", key(client, network))
                        .param("free", FREE)
                        .param("longest", LONGEST_DELAY_SECONDS)
                        .query(Integer.class)
                        .single()
                == FREE + 1;
    }

    /** Sets the count back, since the secret was right. */
    void forget(String client, String network) {
        jdbc.sql("delete from client_secret_throttle where subject_key = ?")
                .param(key(client, network))
                .update();
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.HOURS)
    void forgetOld() {
        jdbc.sql("delete from client_secret_throttle where updated_at < now() - interval '1 hour'")
                .update();
    }

    /** Hides the name, which may be any text, and the address, which is personal data. */
    private byte[] key(String client, String network) {
        return blindIndex.of("client-secret", client + '\0' + network);
    }
}
