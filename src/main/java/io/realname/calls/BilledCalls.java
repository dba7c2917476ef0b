package io.realname.calls;

import io.realname.database.ProviderCall;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Creates a {@link BilledCall} for each kind of call. Each kind has a table of its own. */
@Component
@EnableConfigurationProperties(CallRates.class)
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
     * @param table its columns are {@code application}, {@code try}, {@code state}, {@code sent_at},
     *     {@code decided_at}, and the columns of the decision
     */
    public <T> BilledCall<T> keptIn(String table, DecisionColumns<T> columns) {
        return new BilledCall<>(table, columns, null, jdbc, new TransactionTemplate(transactions), outside);
    }

    /**
     * As {@link #keptIn(String, DecisionColumns)}, for a provider that limits the rate of calls.
     *
     * @param table also the kind of a row in {@code call_rate}
     * @param perSecond how many calls all nodes together send in a second
     */
    public <T> BilledCall<T> keptIn(String table, DecisionColumns<T> columns, int perSecond) {
        return new BilledCall<>(table, columns, perSecond, jdbc, new TransactionTemplate(transactions), outside);
    }
}
