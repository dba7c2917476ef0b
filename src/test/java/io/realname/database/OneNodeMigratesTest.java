package io.realname.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.realname.dev.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class OneNodeMigratesTest {

    private final JdbcConnectionDetails connection = TestDatabase.fresh();
    private final DriverManagerDataSource database =
            new DriverManagerDataSource(connection.getJdbcUrl(), connection.getUsername(), connection.getPassword());
    private final JdbcClient jdbc = JdbcClient.create(database);

    @Test
    void aNodeWaitsForOneThatMigrates() {
        CompletableFuture<Void> second;
        try (NodeLock first = NodeLock.take(database, OneNodeMigrates.LOCK)) {
            second = CompletableFuture.runAsync(() -> new OneNodeMigrates(connection).migrate(flyway()));
            await().until(() -> jdbc.sql(
                            "select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                    .query(Boolean.class)
                    .single());
            flyway().migrate();
        }

        assertThat(second).succeedsWithin(Duration.ofMinutes(1));
    }

    private Flyway flyway() {
        return Flyway.configure()
                .dataSource(database)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }
}
