package io.realname.analysis.process;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who moved applications to another version. Rows are added only; the database holds that. */
@Repository
class MigrationTrail {

    private final JdbcClient jdbc;

    MigrationTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param instances how many were moved */
    void moved(String source, String target, String person, int instances) {
        jdbc.sql("""
                        insert into application_move (id, at, by_user, source, target, instances)
                        values (?, clock_timestamp(), ?, ?, ?, ?)
                        """)
                .params(UUID.randomUUID(), person, source, target, instances)
                .update();
    }
}
