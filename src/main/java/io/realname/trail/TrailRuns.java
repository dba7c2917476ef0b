package io.realname.trail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The audits of the trail that have ended. An audit by the operator's command is not among them: it writes nothing. */
@Repository
class TrailRuns {

    private final JdbcClient jdbc;

    TrailRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
