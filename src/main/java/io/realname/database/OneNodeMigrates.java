package io.realname.database;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at the same time migrate the database one after the other. Flyway locks its table, but makes that
 * table, and writes the first line, without a lock: on an empty database, one of two nodes failed.
 *
 * <p>The lock's connection is not one of the pool, since Flyway needs two, and a pool may have no more.
 */
@Component
class OneNodeMigrates implements FlywayMigrationStrategy {

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    static final long LOCK = 7_240_009;

    private final DataSource database;

    OneNodeMigrates(JdbcConnectionDetails connection) {
        this.database = new DriverManagerDataSource(
                connection.getJdbcUrl(), connection.getUsername(), connection.getPassword());
    }

    @Override
    public void migrate(Flyway flyway) {
        try (NodeLock held = NodeLock.take(database, LOCK)) {
            flyway.migrate();
        }
    }
}
