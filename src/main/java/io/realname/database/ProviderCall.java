package io.realname.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs a call to the outside with no transaction and no database connection held by the caller. */
@Component
public class ProviderCall {

    private final DataSource dataSource;
    private final TransactionTemplate suspended;

    ProviderCall(DataSource dataSource, PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        this.suspended = new TransactionTemplate(transactions);
        this.suspended.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * Hands the caller's connection back, then makes the call outside any transaction. Transactions that the call
     * begins are its own and commit by themselves; the caller's goes on afterwards on a new connection.
     *
     * @throws IllegalStateException if the caller's transaction has already written
     */
    public <T> T make(Supplier<T> call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            handBack();
        }
        return suspended.execute(status -> withoutSynchronization(call));
    }

    /** With it, Spring would keep the connection of the first statement in the call until the call has returned. */
    private static <T> T withoutSynchronization(Supplier<T> call) {
        TransactionSynchronizationManager.clearSynchronization();
        try {
            return call.get();
        } finally {
            TransactionSynchronizationManager.initSynchronization();
        }
    }

    private void handBack() {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            ((HandBackConnection) connection).handBack();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("connection could not be handed back", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
