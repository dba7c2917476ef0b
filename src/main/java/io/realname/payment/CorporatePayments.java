package io.realname.payment;

import io.realname.calls.BilledCall;
import io.realname.calls.BilledCalls;
import io.realname.calls.DecisionColumns;
import io.realname.calls.ProviderAnswer;
import io.realname.database.ProviderCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The small payments to corporate accounts. Money is sent at most once for each try; whether there is another try after an
 * answer that got lost is an operator's word, and nobody else's.
 */
@Service
public class CorporatePayments {

    private final JdbcClient jdbc;
    private final TransactionTemplate shortTransaction;
    private final ProviderCall outside;
    private final BilledCall<PaymentDecision> call;
    private final CorporatePayer payer;

    CorporatePayments(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ProviderCall outside,
            BilledCalls calls,
            CorporatePayer payer) {
        this.jdbc = jdbc;
        this.shortTransaction = new TransactionTemplate(transactions);
        this.outside = outside;
        this.call = calls.keptIn("corporate_payment", new Columns());
        this.payer = payer;
    }

    /** Reserves the application's first try, unless it is there already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(UUID application) {
        reserve(application, 1);
    }

    /**
     * Sends the payment, unless it was sent already. Runs outside the caller's transaction and holds no connection while
     * the payer is called.
     *
     * @param incidents how often an operator has been called to this step so far: a payment whose answer got lost is sent
     *     again only when that has grown since
     * @param order opened only when the payer is really called
     */
    public ProviderAnswer<PaymentDecision> send(UUID application, int incidents, Supplier<PaymentOrder> order) {
        return outside.make(() -> {
            lostBefore(application, incidents)
                    .ifPresent(number ->
                            shortTransaction.executeWithoutResult(status -> reserve(application, number + 1)));
            return call.attempt(application, order, payer::pay, Map.of("incidents", incidents));
        });
    }

    /** The number of the latest try, if its answer got lost and an operator has been called to it since. */
    private Optional<Integer> lostBefore(UUID application, int incidents) {
        return jdbc.sql("""
                        select try from (select * from corporate_payment where application = :application
                                         order by try desc limit 1) latest
                        where state = 'LOST' and coalesce(incidents, 0) < :incidents
                        """)
                .param("application", application)
                .param("incidents", incidents)
                .query(Integer.class)
                .optional();
    }

    private void reserve(UUID application, int number) {
        jdbc.sql("""
                        insert into corporate_payment (application, try, state, reserved_at) values (?, ?, 'RESERVED', now())
                        on conflict do nothing
                        """).params(application, number).update();
    }

    /** Where the accepted payment ended; outside the caller's transaction. */
    public ProviderAnswer<PaymentState> state(UUID application) {
        return outside.make(() -> payer.state(acceptedAs(application)));
    }

    /** Whether that is what was sent; outside any transaction. */
    ProviderAnswer<AmountComparison> compare(UUID application, PaymentAmount amount) {
        return payer.compare(acceptedAs(application), amount);
    }

    private String acceptedAs(UUID application) {
        return Optional.ofNullable(call.decided(application))
                .flatMap(PaymentDecision::acceptedAs)
                .orElseThrow(() -> new IllegalStateException("no payment was accepted"));
    }

    private static final class Columns implements DecisionColumns<PaymentDecision> {

        @Override
        public PaymentDecision read(ResultSet row) throws SQLException {
            String requestId = row.getString("request_id");
            return row.getString("result").equals("ACCEPTED")
                    ? new PaymentDecision.Accepted(row.getString("order_number"), requestId)
                    : new PaymentDecision.AccountRefused(row.getString("result_code"), requestId);
        }

        @Override
        public Map<String, @Nullable Object> write(PaymentDecision decided) {
            return decided instanceof PaymentDecision.Accepted accepted
                    ? Map.of(
                            "result", "ACCEPTED",
                            "order_number", accepted.orderNumber(),
                            "request_id", accepted.requestId())
                    : Map.of(
                            "result", "ACCOUNT_REFUSED",
                            "result_code", ((PaymentDecision.AccountRefused) decided).resultCode(),
                            "request_id", decided.requestId());
        }
    }
}
