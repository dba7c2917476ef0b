package io.realname.process.history;

import io.realname.database.NodeLock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Counts how often each step was passed, from which step, and how long instances waited there. One node counts, some
 * seconds behind. Days are those of Asia/Shanghai.
 */
@Repository
public class PassedStepCounts {

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_007;

    /** What one transaction counts at the most: after an update there may be half a year. */
    private static final String SPAN = "6 hours";

    /**
     * A transaction stores its steps with the time at which it stores them. So what was stored before the oldest open
     * transaction began is visible, and nothing older can follow.
     */
    private static final String HORIZON = """
            select least(statement_timestamp(), min(xact_start)) from pg_stat_activity
            where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
            """;

    /** The next rows are the first ones after a gap, if there is one. */
    private static final String NEXT = """
            update passed_steps_counted counted
            set until = least(:horizon, coalesce(next.at, :horizon) + cast(:span as interval))
            from (select until as since, (select min(at) from passed_steps where at >= until and at < :horizon) as at
                  from passed_steps_counted for update) next
            where next.since < :horizon
            returning next.since, counted.until
            """;

    /**
     * The step before: in the same transaction, otherwise what the transaction left. A job of the step itself goes on where
     * the transaction before came to.
     */
    private static final String COUNT_STEPS = """
            insert into passed_step_count (definition, day, step, came_from, times)
            select definition, (at at time zone 'Asia/Shanghai')::date, step, came_from, count(*)
            from (
                select moved.definition, moved.at, rtrim(one.step, '*') as step,
                       case when one.n > 1 then rtrim(moved.steps[one.n - 1], '*')
                            when moved.gone <> '' then moved.gone
                            else coalesce((select rtrim(substring(before.entered from '[^ ]*$'), '*') from passed_steps before
                                           where before.instance = moved.instance and before.at < moved.at and before.entered <> ''
                                           order by before.at desc limit 1), '') end as came_from
                from (select instance, definition, at, string_to_array(entered, ' ') as steps, "left" as gone
                      from passed_steps where at >= :since and at < :until and entered <> '') moved
                cross join unnest(moved.steps) with ordinality as one (step, n)) passed
            group by 1, 2, 3, 4
            on conflict (definition, day, step, came_from) do update set times = passed_step_count.times + excluded.times
            """;

    /** A step whose job ran in the background waited since the transaction before. */
    private static final String COUNT_WAITS = """
            insert into passed_step_wait (definition, day, step, bucket, times)
            select definition, (at at time zone 'Asia/Shanghai')::date, step,
                   ceil(4 * log(2.0, greatest(1, extract(epoch from at - since) * 1000)::numeric)), count(*)
            from (
                select moved.definition, moved.at, gone.step,
                       (select max(before.at) from passed_steps before
                        where before.instance = moved.instance and before.at < moved.at
                              and gone.step || '*' = any (string_to_array(before.entered, ' '))) as since
                from passed_steps moved cross join unnest(string_to_array(moved."left", ' ')) as gone (step)
                where moved.at >= :since and moved.at < :until
                union all
                select moved.definition, moved.at, rtrim(split_part(moved.entered, ' ', 1), '*'),
                       (select max(before.at) from passed_steps before
                        where before.instance = moved.instance and before.at < moved.at)
                from passed_steps moved
                where moved.at >= :since and moved.at < :until and moved."left" = '' and moved.entered <> '') waited
            where since is not null
            group by 1, 2, 3, 4
            on conflict (definition, day, step, bucket) do update set times = passed_step_wait.times + excluded.times
            """;

    private final JdbcClient jdbc;
    private final DataSource database;
    private final TransactionOperations transactions;

    PassedStepCounts(JdbcClient jdbc, DataSource database, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.database = database;
        this.transactions = transactions;
    }

    /**
     * @param step the id of a step
     * @param cameFrom the id of the step that was left for it, or of several, separated by spaces; empty if it was the
     *     first one of its instance
     */
    public record Passed(String step, String cameFrom, long times) {}

    /**
     * Times are accurate to a tenth.
     *
     * @param times how many waits have ended
     * @param nine nine of ten waits were not longer
     */
    public record Waited(String step, long times, Duration median, Duration nine) {}

    /** Counts what is not counted yet, if no other node does it. */
    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    public void count() {
        try (NodeLock lock = NodeLock.tryTake(database, LOCK)) {
            if (lock != null) {
                OffsetDateTime horizon =
                        jdbc.sql(HORIZON).query(OffsetDateTime.class).single();
                while (countNext(horizon)) {}
            }
        }
    }

    /** @return whether there may be more */
    private boolean countNext(OffsetDateTime horizon) {
        return Boolean.TRUE.equals(transactions.execute(transaction -> jdbc.sql(NEXT)
                .param("horizon", horizon)
                .param("span", SPAN)
                .query((row, n) -> new Span(
                        row.getObject("since", OffsetDateTime.class), row.getObject("until", OffsetDateTime.class)))
                .optional()
                .map(span -> {
                    List.of(COUNT_STEPS, COUNT_WAITS)
                            .forEach(sql -> jdbc.sql(sql)
                                    .param("since", span.since)
                                    .param("until", span.until)
                                    .update());
                    return span.until.isBefore(horizon);
                })
                .orElse(false)));
    }

    /**
     * How often each step was entered from the first to the last of these days.
     *
     * @param definitions the engine's ids of versions of one diagram
     */
    public List<Passed> passed(Collection<String> definitions, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select step, came_from, sum(times) as times from passed_step_count
                        where definition = any (?) and day between ? and ? group by step, came_from order by step, came_from
                        """)
                .param(definitions.toArray(String[]::new))
                .param(first)
                .param(last)
                .query((row, n) -> new Passed(row.getString("step"), row.getString("came_from"), row.getLong("times")))
                .list();
    }

    /** How long instances of these versions waited at each step, if they left it on one of these days. */
    public List<Waited> waited(Collection<String> definitions, LocalDate first, LocalDate last) {
        return jdbc.sql("""
                        select step, max(below) as times,
                               2 ^ ((min(bucket) filter (where 2 * below >= whole) - 0.5) / 4) as median,
                               2 ^ ((min(bucket) filter (where 10 * below >= 9 * whole) - 0.5) / 4) as nine
                        from (select step, bucket, sum(sum(times)) over (partition by step order by bucket) as below,
                                     sum(sum(times)) over (partition by step) as whole
                              from passed_step_wait where definition = any (?) and day between ? and ?
                              group by step, bucket) waited
                        group by step order by step
                        """)
                .param(definitions.toArray(String[]::new))
                .param(first)
                .param(last)
                .query((row, n) -> new Waited(
                        row.getString("step"),
                        row.getLong("times"),
                        Duration.ofMillis(Math.round(row.getDouble("median"))),
                        Duration.ofMillis(Math.round(row.getDouble("nine")))))
                .list();
    }

    private record Span(OffsetDateTime since, OffsetDateTime until) {}
}
