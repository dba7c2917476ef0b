package io.realname.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * An advisory lock of PostgreSQL that one node has at a time. It belongs to a connection of its own, so it ends with its
 * node, and outlives the transactions of the work that it protects.
 */
public final class NodeLock implements AutoCloseable {

    private final Connection connection;
    private final long key;

    private NodeLock(Connection connection, long key) {
        this.connection = connection;
        this.key = key;
    }

    /**
     * Takes the lock, or gives up at once.
     *
     * @param key a number that no other lock uses
     * @return null if another node has it
     */
    public static @Nullable NodeLock tryTake(DataSource database, long key) {
        return taken(database, key, "select pg_try_advisory_lock(" + key + ")");
    }

    /** Takes the lock, and waits for another node that has it: without a time limit, because it may need long. */
    public static NodeLock take(DataSource database, long key) {
        return Objects.requireNonNull(taken(database, key, "select true from pg_advisory_lock(" + key + ")"));
    }

    private static @Nullable NodeLock taken(DataSource database, long key, String query) {
        try {
            Connection connection = database.getConnection();
            try {
                connection.setNetworkTimeout(Runnable::run, 0);
                if (isTrue(connection, query)) {
                    return new NodeLock(connection, key);
                }
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
            connection.close();
            return null;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("lock " + key + " cannot be taken", e);
        }
    }

    @Override
    public void close() {
        try (Connection held = connection) {
            isTrue(held, "select pg_advisory_unlock(" + key + ")");
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("lock " + key + " cannot be released", e);
        }
    }

    private static boolean isTrue(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(query)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
