package io.realname.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PreDestroy;
import java.util.function.Function;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Transactions that stay committed even if the caller's transaction rolls back. For example, a wrong code stays counted
 * if the step that counted it rolls back.
 *
 * <p>They use a small connection pool of their own. With the shared pool, a caller would hold one connection while it
 * waits for a second one, and many callers at once could block each other.
 */
@Component
public class AutonomousTransactions {

    private static final String NAME = "autonomous";

    private static final int CONNECTIONS = 4;

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AutonomousTransactions(
            JdbcConnectionDetails connection, MeterRegistry meters, AutowireCapableBeanFactory processors) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(NAME);
        config.setJdbcUrl(connection.getJdbcUrl());
        config.setUsername(connection.getUsername());
        config.setPassword(connection.getPassword());
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setInitializationFailTimeout(-1);
        config.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(meters));
        HikariDataSource unprocessed = new HikariDataSource();
        config.copyStateTo(unprocessed);
        // It is no bean: readiness would ask it too. But what watches pools may watch it.
        this.pool = (HikariDataSource) processors.applyBeanPostProcessorsBeforeInitialization(unprocessed, NAME);
        this.jdbc = JdbcClient.create(pool);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs the work in its own transaction and commits it before the method returns. */
    public <T> T run(Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(jdbc));
    }

    @PreDestroy
    void close() {
        pool.close();
    }
}
