package io.realname.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Gives connections that take a physical connection at their first statement and can hand it back in between.
 *
 * <p>The engine runs a delegate inside the transaction in which it read the job. Without this, each call to a bank
 * would hold a pooled connection, idle in transaction, for as long as the bank takes.
 */
final class HandBackDataSource extends DelegatingDataSource {

    HandBackDataSource(DataSource pool) {
        super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                HandBackDataSource.class.getClassLoader(),
                new Class<?>[] {HandBackConnection.class},
                new LazyConnection(obtainTargetDataSource()));
    }

    private static final class LazyConnection implements InvocationHandler {

        private final DataSource pool;
        private @Nullable Connection physical;
        private boolean autoCommit = true;
        private boolean closed;

        private LazyConnection(DataSource pool) {
            this.pool = pool;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            switch (method.getName()) {
                case "equals":
                    return args != null && proxy == args[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "toString":
                    return "HandBackConnection[" + (physical == null ? "none" : physical) + "]";
                case "isClosed":
                    return closed;
                case "getAutoCommit":
                    return autoCommit;
                case "setAutoCommit":
                    setAutoCommit(args != null && (Boolean) args[0]);
                    return null;
                case "commit", "rollback":
                    if (physical == null) {
                        return null;
                    }
                    break;
                case "close":
                    closed = true;
                    release();
                    return null;
                case "handBack":
                    handBack();
                    return null;
                default:
                    break;
            }
            try {
                return method.invoke(physical(), args);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        private void setAutoCommit(boolean value) throws SQLException {
            autoCommit = value;
            if (physical != null) {
                physical.setAutoCommit(value);
            }
        }

        private Connection physical() throws SQLException {
            if (closed) {
                throw new SQLException("connection is closed");
            }
            Connection taken = physical;
            if (taken == null) {
                taken = pool.getConnection();
                physical = taken;
                if (!autoCommit) {
                    taken.setAutoCommit(false);
                }
            }
            return taken;
        }

        private void handBack() throws SQLException {
            Connection held = physical;
            if (held == null || autoCommit) {
                return;
            }
            try (var statement = held.createStatement();
                    var rows = statement.executeQuery("select pg_current_xact_id_if_assigned() is null")) {
                rows.next();
                if (!rows.getBoolean(1)) {
                    throw new IllegalStateException("a transaction that has written cannot be handed back");
                }
            }
            held.commit();
            release();
        }

        /** The pool resets auto-commit and rolls back what is left open. */
        private void release() throws SQLException {
            Connection held = physical;
            physical = null;
            if (held != null) {
                held.close();
            }
        }
    }
}
