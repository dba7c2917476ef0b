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
 * The small payments to corporate accounts. Each try sends money at most once. After an answer that got lost, only an
 * operator can start another try.
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

    /** Reserves the application's first try. Does nothing if it is already reserved. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(UUID application) {
        reserve(application, 1);
    }

    /**
     * Sends the payment, unless it was already sent. Runs outside the caller's transaction and holds no connection
     * while it waits for the payer.
     *
     * @param incidents how many incidents this step has had so far. If the answer got lost, the payment is sent again
     *     only after this number has grown, that is, after an operator has retried the step
     * @param order called only if a request is sent to the payer
     */
    public ProviderAnswer<PaymentDecision> send(UUID application, int incidents, Supplier<PaymentOrder> order) {
        return outside.make(() -> {
            lostBefore(application, incidents)
                    .ifPresent(number ->
                            shortTransaction.executeWithoutResult(status -> reserve(application, number + 1)));
            return call.attempt(application, order, payer::pay, Map.of("incidents", incidents));
        });
    }

    /** The number of the latest try, if its answer got lost and the step has had another incident since. */
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

    /** How the accepted payment ended. Runs outside the caller's transaction. */
    public ProviderAnswer<PaymentState> state(UUID application) {
        return outside.make(() -> payer.state(acceptedAs(application)));
    }

    /** Whether this amount is the one that was sent. The caller is outside any transaction. */
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
