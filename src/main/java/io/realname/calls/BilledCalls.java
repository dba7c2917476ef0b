package io.realname.calls;

import io.realname.database.ProviderCall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the calls of each kind, as they are kept in its table. */
@Component
public class BilledCalls {

    private final JdbcClient jdbc;
    private final PlatformTransactionManager transactions;
    private final ProviderCall outside;

    BilledCalls(JdbcClient jdbc, PlatformTransactionManager transactions, ProviderCall outside) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.outside = outside;
    }

    /**
     * The calls of one kind.
     *
     * @param table with the columns {@code application}, {@code try}, {@code state}, {@code sent_at}, {@code decided_at},
     *     and those of what is decided
     */
    public <T> BilledCall<T> keptIn(String table, DecisionColumns<T> columns) {
        return new BilledCall<>(table, columns, jdbc, new TransactionTemplate(transactions), outside);
    }
}
