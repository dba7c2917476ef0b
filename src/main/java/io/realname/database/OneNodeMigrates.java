package io.realname.database;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at the same time migrate the database one after the other. Flyway locks its table, but makes that
 * table, and writes the first line, without a lock: on an empty database, one of two nodes failed.
 */
@Component
class OneNodeMigrates implements FlywayMigrationStrategy {

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_009;

    @Override
    public void migrate(Flyway flyway) {
        try (NodeLock held = NodeLock.take(flyway.getConfiguration().getDataSource(), LOCK)) {
            flyway.migrate();
        }
    }
}
