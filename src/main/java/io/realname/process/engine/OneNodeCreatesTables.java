package io.realname.process.engine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets nodes that start at the same time build their engines one after the other. On an empty database, each of them would
 * create the engine's tables, and all but one would fail. The lock belongs to a connection, so it ends with the node.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OneNodeCreatesTables extends AbstractProcessEnginePlugin {

    private static final Logger LOG = LoggerFactory.getLogger(OneNodeCreatesTables.class);

    /** The key of an advisory lock of PostgreSQL. Any number that no other lock uses. */
    private static final long LOCK = 7_240_003;

    private final DataSource database;
    private @Nullable Connection locked;

    OneNodeCreatesTables(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        try {
            Connection connection = database.getConnection();
            locked = connection;
            // Waiting has no time limit: the other node may need long.
            connection.setNetworkTimeout(Runnable::run, 0);
            try (Statement statement = connection.createStatement()) {
                if (!isFree(statement)) {
                    LOG.info("Another node starts its engine: waiting until it has created the tables");
                    statement.execute("select pg_advisory_lock(" + LOCK + ")");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the start could not be locked", e);
        }
    }

    private static boolean isFree(Statement statement) throws SQLException {
        try (ResultSet locked = statement.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
            return locked.next() && locked.getBoolean(1);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        try (Connection connection = locked) {
            if (connection != null) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("select pg_advisory_unlock(" + LOCK + ")");
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the lock of the start could not be released", e);
        } finally {
            locked = null;
        }
    }
}
