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

    /** In the transaction of the move. */
    void moved(String source, String target, String person, String instance) {
        jdbc.sql("""
                        insert into application_move (id, at, by_user, source, target, instance)
                        values (?, clock_timestamp(), ?, ?, ?, ?)
                        """)
                .params(UUID.randomUUID(), person, source, target, instance)
                .update();
    }
}
