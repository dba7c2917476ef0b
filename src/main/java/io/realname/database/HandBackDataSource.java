package io.realname.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

/**
 * Gives connections that take a physical connection only for their first statement, as Spring's lazy connections do,
 * and that can return it to the pool in between.
 *
 * <p>The engine runs a delegate inside the transaction in which it has read the job. With a usual connection, each call
 * to a bank would hold a pooled connection, idle in transaction, until the bank answers.
 */
final class HandBackDataSource extends LazyConnectionDataSourceProxy {

    /** A statement that cannot write or lock anything. For all others the database is asked whether they have written. */
    private static final Pattern LOOKS = Pattern.compile(
            "\\s*select\\b(?!.*(\\bfor\\s+(update|share|no\\s+key|key)\\b|\\bpg_|\\bnextval\\b|\\bset_config\\b)).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int MOST = 20;

    HandBackDataSource(DataSource pool) {
        // Without these defaults Spring would open a connection at the start, only to read them.
        setDefaultAutoCommit(true);
        setDefaultTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        setTargetDataSource(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                HandBackDataSource.class.getClassLoader(),
                new Class<?>[] {HandBackConnection.class},
                new Renewed(super.getConnection()));
    }

    /** Wraps a lazy connection and replaces it by a new one each time it is handed back. */
    private final class Renewed implements InvocationHandler {

        private Connection lazy;

        /** What was prepared since the transaction began. Most transactions are never handed back, so none is looked at yet. */
        private final List<String> prepared = new ArrayList<>();

        private Renewed(Connection lazy) {
            this.lazy = lazy;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
            switch (method.getName()) {
                case "equals":
                    return args != null && proxy == args[0];
                case "hashCode":
                    return System.identityHashCode(proxy);
                case "handBack":
                    handBack();
                    return null;
                case "createStatement":
                    note("");
                    break;
                case "prepareStatement", "prepareCall":
                    note(args == null ? "" : String.valueOf(args[0]));
                    break;
                case "commit", "rollback":
                    // But not what came before a savepoint.
                    if (args == null) {
                        prepared.clear();
                    }
                    break;
                default:
                    break;
            }
            try {
                return method.invoke(lazy, args);
            } catch (InvocationTargetException e) {
                throw e.getTargetException();
            }
        }

        /** What was prepared after so many counts as writing: the list stays short. */
        private void note(String sql) {
            if (prepared.size() <= MOST) {
                prepared.add(prepared.size() < MOST ? sql : "");
            }
        }

        private void handBack() throws SQLException {
            if (lazy.getAutoCommit()) {
                return;
            }
            if (!prepared.stream().allMatch(sql -> LOOKS.matcher(sql).matches()) && hasWritten()) {
                throw new IllegalStateException("a transaction that has written cannot be handed back");
            }
            lazy.commit();
            lazy.close();
            lazy = HandBackDataSource.super.getConnection();
            lazy.setAutoCommit(false);
            prepared.clear();
        }

        private boolean hasWritten() throws SQLException {
            try (var statement = lazy.createStatement();
                    var rows = statement.executeQuery("select pg_current_xact_id_if_assigned() is not null")) {
                rows.next();
                return rows.getBoolean(1);
            }
        }
    }
}
