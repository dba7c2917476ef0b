package io.realname.benchmark.byhand;

import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Stores the next step of each open application, and when any node may take it. A node that stores a step which can be
 * done at once does it itself, right after the commit; if it dies before, another node takes the step a minute later.
 */
@Profile(ByHandApplication.PROFILE)
@Repository
class NextSteps {

    /** Longer than a step takes. */
    private static final Duration TAKEN = Duration.ofMinutes(1);

    private static final int AT_ONCE = 10;

    private final JdbcClient jdbc;

    NextSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first step of an application. The caller's node does it. */
    void begin(UUID application, Step step) {
        jdbc.sql("insert into next_step (application, step, due) values (?, ?, now() + ? * interval '1 second')")
                .params(application, step.name(), TAKEN.toSeconds())
                .update();
    }

    /** As {@link #replace(UUID, Step, Step, Duration)}. The caller's node does the step. */
    void replace(UUID application, Step done, Step next) {
        replace(application, done, next, TAKEN);
    }

    /** @throws RefusalException if the application has another next step by now */
    void replace(UUID application, Step done, Step next, Duration due) {
        int replaced = jdbc.sql("""
                        update next_step set step = ?, due = now() + ? * interval '1 second'
                        where application = ? and step = ?
                        """)
                .params(next.name(), due.toSeconds(), application, done.name())
                .update();
        requireOne(replaced);
    }

    /** @throws RefusalException if the application has another next step by now */
    void end(UUID application, Step done) {
        requireOne(jdbc.sql("delete from next_step where application = ? and step = ?")
                .params(application, done.name())
                .update());
    }

    /** Whatever the next step is. */
    void end(UUID application) {
        requireOne(jdbc.sql("delete from next_step where application = ?")
                .param(application)
                .update());
    }

    /** It could not be done this time. */
    void postpone(UUID application, Step step, Duration delay) {
        jdbc.sql("update next_step set due = now() + ? * interval '1 second' where application = ? and step = ?")
                .params(delay.toSeconds(), application, step.name())
                .update();
    }

    /** Takes some steps that are due: no other node gets them for a minute. */
    List<Due> take() {
        return jdbc.sql("""
                        update next_step set due = now() + ? * interval '1 second'
                        where application in (select application from next_step where due <= now()
                                              order by due limit ? for update skip locked)
                        returning application, step
                        """)
                .params(TAKEN.toSeconds(), AT_ONCE)
                .query((row, n) ->
                        new Due(row.getObject("application", UUID.class), Step.valueOf(row.getString("step"))))
                .list();
    }

    private static void requireOne(int rows) {
        if (rows != 1) {
            throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
        }
    }

    record Due(UUID application, Step step) {}
}
