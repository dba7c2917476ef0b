package io.realname.desk.process.tasklist;

import io.realname.desk.process.ReviewByPeople;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many reviews wait, by their age. One statement reads each open task once. */
@Component
class WaitingReviews {

    private static final String WAITING = """
            select count(*) filter (where create_time_ >= :day) as under_a_day,
                   count(*) filter (where create_time_ < :day and create_time_ >= :two_days) as under_two_days,
                   count(*) filter (where create_time_ < :two_days) as older,
                   count(*) filter (where assignee_ is null) as unclaimed
            from act_ru_task where task_def_key_ = any(:steps)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    WaitingReviews(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Waiting now() {
        Instant now = clock.instant();
        return jdbc.sql(WAITING)
                .param("day", Timestamp.from(now.minus(Duration.ofDays(1))))
                .param("two_days", Timestamp.from(now.minus(Duration.ofDays(2))))
                .param("steps", ReviewByPeople.STEPS.toArray(String[]::new))
                .query((row, n) -> new Waiting(
                        row.getLong("under_a_day"),
                        row.getLong("under_two_days"),
                        row.getLong("older"),
                        row.getLong("unclaimed")))
                .single();
    }

    record Waiting(long underADay, long underTwoDays, long older, long unclaimed) {}
}
