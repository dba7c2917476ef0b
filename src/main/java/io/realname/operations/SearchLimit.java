package io.realname.operations;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalException;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits how often an operator searches, on all nodes together, so that nobody walks through the accounts by a program.
 */
@Component
class SearchLimit {

    static final int SEARCHES_A_MINUTE = 30;

    private static final int MINUTE = 60;

    private final JdbcClient jdbc;

    SearchLimit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RefusalException {@code TOO_MANY_REQUESTS} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void count(String operator) {
        Searches searches = jdbc.sql("""
                        insert into operator_search as s (operator, since, searches) values (:operator, now(), 1)
                        on conflict (operator) do update set
                            since = case when s.since > now() - interval '1 minute' then s.since else now() end,
                            searches = case when s.since > now() - interval '1 minute' then s.searches + 1 else 1 end
                        returning searches, extract(epoch from now() - since)::int as seconds
                        """)
                .param("operator", operator)
                .query((row, n) -> new Searches(row.getInt("searches"), row.getInt("seconds")))
                .single();
        if (searches.count() > SEARCHES_A_MINUTE) {
            throw new RefusalException(
                    Refusal.tooManyRequests(Duration.ofSeconds(Math.max(1, MINUTE - searches.seconds()))));
        }
    }

    private record Searches(int count, int seconds) {}
}
