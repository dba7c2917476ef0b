package io.realname.process.engine;

import io.realname.database.NodeLock;
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
    private @Nullable NodeLock lock;

    OneNodeCreatesTables(DataSource database) {
        this.database = database;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        lock = NodeLock.tryTake(database, LOCK);
        if (lock == null) {
            LOG.info("Another node starts its engine: waiting until it has created the tables");
            lock = NodeLock.take(database, LOCK);
        }
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        NodeLock held = lock;
        lock = null;
        if (held != null) {
            held.close();
        }
    }
}
