package io.realname.process.savings;

import io.realname.process.engine.EngineField;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.executor.BatchExecutor;
import org.apache.ibatis.executor.BatchExecutorException;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.executor.CachingExecutor;
import org.apache.ibatis.executor.statement.StatementHandler;
import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.mapping.SqlCommandType;
import org.apache.ibatis.plugin.Interceptor;
import org.apache.ibatis.plugin.Invocation;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.transaction.Transaction;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.jdbc.PgStatement;
import org.postgresql.util.PSQLState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends all that the engine writes at the end of a transaction to PostgreSQL at once, and then reads all the answers.
 * MyBatis waits for the answer to each statement, unless several with the same text follow one another; JDBC has nothing else
 * to offer for prepared statements. PostgreSQL's driver has: a batch is a list of any statements, so the entries of all are
 * put into the list of the first.
 *
 * <p>The driver's lists have no other way in. With {@code reWriteBatchedInserts} they hold something else.
 */
final class SentTogether extends BatchExecutor {

    private static final Logger LOG = LoggerFactory.getLogger(SentTogether.class);

    private static final EngineField STATEMENTS = EngineField.of(PgStatement.class, "batchStatements");
    private static final EngineField PARAMETERS = EngineField.of(PgStatement.class, "batchParameters");

    /** The driver says in words which entry has failed: its number comes first, in each language. */
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>();
    private final List<BatchResult> results = new ArrayList<>();

    /** Has the entries of all. */
    private @Nullable PreparedStatement first;

    private SentTogether(Configuration configuration, Transaction transaction) {
        super(configuration, transaction);
    }

    /**
     * Has all sessions that are opened from now on send together. They go on as before if the engine
     * is set to write without batches, or if the driver makes one statement of several inserts.
     */
    static void instead(Configuration configuration) {
        if (configuration.getDefaultExecutorType() != ExecutorType.BATCH) {
            return;
        }
        if (rewrites(configuration.getEnvironment().getDataSource())) {
            LOG.warn("The engine's statements are sent one by one, since the address of the database has"
                    + " reWriteBatchedInserts: without it, they would be sent at once");
            return;
        }
        configuration.addInterceptor(new Interceptor() {
            @Override
            public Object plugin(Object target) {
                return target instanceof CachingExecutor executor
                        ? new CachingExecutor(new SentTogether(configuration, executor.getTransaction()))
                        : target;
            }

            @Override
            public Object intercept(Invocation invocation) {
                throw new UnsupportedOperationException();
            }
        });
    }

    static boolean rewrites(DataSource database) {
        try (Connection connection = database.getConnection()) {
            return connection.unwrap(BaseConnection.class).getQueryExecutor().isReWriteBatchedInsertsEnabled();
        } catch (SQLException e) {
            throw new PersistenceException("Cannot ask for reWriteBatchedInserts", e);
        }
    }

    @Override
    public int doUpdate(MappedStatement mapped, Object parameter) throws SQLException {
        StatementHandler handler =
                mapped.getConfiguration().newStatementHandler(this, mapped, parameter, RowBounds.DEFAULT, null, null);
        String sql = handler.getBoundSql().getSql();
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = (PreparedStatement)
                    handler.prepare(getConnection(mapped.getStatementLog()), transaction.getTimeout());
            prepared.put(sql, statement);
        }
        handler.parameterize(statement);
        handler.batch(statement);
        if (first == null) {
            first = statement;
        } else if (statement != first) {
            append(statement.unwrap(PgStatement.class), first.unwrap(PgStatement.class));
        }
        results.add(new BatchResult(mapped, sql, parameter));
        return BATCH_UPDATE_RETURN_VALUE;
    }

    @Override
    public List<BatchResult> doFlushStatements(boolean isRollback) throws SQLException {
        try {
            if (isRollback || first == null) {
                return List.of();
            }
            int[] rows = first.executeBatch();
            for (int i = 0; i < rows.length; i++) {
                results.get(i).setUpdateCounts(new int[] {rows[i]});
            }
            return List.copyOf(results);
        } catch (BatchUpdateException e) {
            throw new BatchExecutorException(
                    "Error in a batch of " + results.size(), untilFailure(e), List.of(), results.get(0));
        } finally {
            prepared.values().forEach(this::closeStatement);
            prepared.clear();
            results.clear();
            first = null;
        }
    }

    private static void append(PgStatement from, PgStatement to) {
        append(STATEMENTS, from, to);
        append(PARAMETERS, from, to);
    }

    private static void append(EngineField field, PgStatement from, PgStatement to) {
        List<Object> entries = entries(field, from);
        entries(field, to).addAll(entries);
        entries.clear();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> entries(EngineField field, PgStatement statement) {
        return (List<Object>) Objects.requireNonNull(field.in(statement));
    }

    /**
     * The engine takes the entry after the counted ones for the one that has failed. The driver says that all have failed,
     * and not how many rows those before have changed. The engine inserts first, then it updates and deletes.
     *
     * <p>If a row cannot be deleted as others refer to it, then another transaction has added those, and the engine would
     * have found that one of its changes before has changed no row: so it is told that they have not.
     */
    private BatchUpdateException untilFailure(BatchUpdateException failure) {
        int failed = failed(failure.getMessage()).orElse(results.size());
        if (failed >= results.size()) {
            return failure;
        }
        int ofChanges = PSQLState.FOREIGN_KEY_VIOLATION.getState().equals(failure.getSQLState()) ? 0 : 1;
        int[] rows = IntStream.range(0, failed)
                .map(entry -> isInsert(results.get(entry)) ? 1 : ofChanges)
                .toArray();
        BatchUpdateException told = new BatchUpdateException(
                failure.getMessage(), failure.getSQLState(), failure.getErrorCode(), rows, failure.getCause());
        told.setNextException(failure.getNextException());
        return told;
    }

    static OptionalInt failed(@Nullable String message) {
        return NUMBER.matcher(String.valueOf(message))
                .results()
                .mapToInt(number -> Integer.parseInt(number.group()))
                .findFirst();
    }

    private static boolean isInsert(BatchResult result) {
        return result.getMappedStatement().getSqlCommandType() == SqlCommandType.INSERT;
    }
}
