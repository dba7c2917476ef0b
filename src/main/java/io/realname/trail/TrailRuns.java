package io.realname.trail;

import io.realname.database.NodeLock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audits of the trail that have ended. An audit by the operator's command is not among them: it writes nothing. */
@Repository
class TrailRuns {

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_004;

    private final JdbcClient jdbc;
    private final DataSource database;

    TrailRuns(JdbcClient jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /**
     * Makes the audit unless another node makes it, or has made it within the last hour: the clocks of nodes differ. The
     * lock belongs to a connection, so it ends with the node.
     *
     * @return whether this node made it
     */
    boolean once(Runnable audit) {
        try (NodeLock lock = NodeLock.tryTake(database, LOCK)) {
            if (lock == null || isMadeWithinTheHour()) {
                return false;
            }
            audit.run();
            return true;
        }
    }

    private boolean isMadeWithinTheHour() {
        return jdbc.sql("select exists (select from trail_audit where started_at > now() - interval '1 hour')")
                .query(Boolean.class)
                .single();
    }

    void keep(Instant startedAt, TrailReport report) {
        jdbc.sql("""
                        insert into trail_audit (started_at, ended_at, applications, without_trail, findings)
                        values (?, now(), ?, ?, ?)
                        """)
                .params(
                        startedAt.atOffset(ZoneOffset.UTC),
                        report.applications(),
                        report.withoutTrail(),
                        report.findings())
                .update();
    }

    /** The one that ended last; empty before the first one. */
    Optional<Run> last() {
        return jdbc.sql("""
                        select extract(epoch from ended_at) as ended, extract(epoch from ended_at - started_at) as seconds,
                               applications, findings
                        from trail_audit order by ended_at desc limit 1
                        """)
                .query((row, n) -> new Run(
                        row.getDouble("ended"),
                        row.getDouble("seconds"),
                        row.getLong("applications"),
                        row.getLong("findings")))
                .optional();
    }

    /**
     * @param endedAt in seconds since 1970
     * @param seconds how long it took
     */
    record Run(double endedAt, double seconds, long applications, long findings) {}
}
