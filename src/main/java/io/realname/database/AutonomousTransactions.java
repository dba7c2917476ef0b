package io.realname.database;

import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
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

    static final String POOL = "autonomous";

    static final int CONNECTIONS = 4;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    AutonomousTransactions(@Qualifier(POOL) DataSource pool) {
        this.jdbc = JdbcClient.create(pool);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(pool));
        this.transaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
    }

    /** Runs the work in its own transaction and commits it before the method returns. */
    public <T> T run(Function<JdbcClient, T> work) {
        return transaction.execute(status -> work.apply(jdbc));
    }
}
