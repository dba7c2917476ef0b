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

/** Calls a provider while the caller holds no transaction and no database connection. */
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
     * Hands the caller's connection back, then makes the call outside any transaction. If the call begins transactions,
     * they are separate and commit on their own. The caller's work goes on afterwards with a new connection and a new
     * physical transaction.
     *
     * @throws IllegalStateException if the caller's transaction has already written data
     */
    public <T> T make(Supplier<T> call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            handBack();
        }
        return suspended.execute(status -> withoutSynchronization(call));
    }

    /**
     * Runs the call without transaction synchronization. With synchronization, Spring would keep the connection of the
     * call's first statement until the call has returned.
     */
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
