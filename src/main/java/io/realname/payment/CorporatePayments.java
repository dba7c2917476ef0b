package io.realname.payment;

import io.realname.calls.BilledCall;
import io.realname.calls.BilledCalls;
import io.realname.calls.DecisionColumns;
import io.realname.calls.ProviderAnswer;
import io.realname.database.ProviderCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
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
 * operator can start another try: they state that the payment did not arrive, and retry the step.
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
     *     only if an operator has found that it did not arrive, and this number has grown since the loss, that is, an
     *     operator has retried the step
     * @param order called only if a request is sent to the payer
     */
    public ProviderAnswer<PaymentDecision> send(UUID application, int incidents, Supplier<PaymentOrder> order) {
        return outside.make(() -> {
            shortTransaction.executeWithoutResult(
                    status -> lostBefore(application, incidents).ifPresent(number -> reserve(application, number + 1)));
            return call.attempt(application, order, payer::pay, Map.of("incidents", incidents));
        });
    }

    /**
     * The number of the latest try, if its answer got lost, an operator found that it did not arrive, and the step has
     * had another incident since the loss. Locks the row: the operator may correct the finding at this moment.
     */
    private Optional<Integer> lostBefore(UUID application, int incidents) {
        return jdbc.sql("""
                        select try from corporate_payment
                        where application = :application
                          and try = (select max(try) from corporate_payment where application = :application)
                          and state = 'LOST' and finding = 'NOT_ARRIVED' and coalesce(incidents, 0) < :incidents
                        for update
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

    /**
     * Stores what an operator found about a try whose answer got lost. A payment that arrived counts as accepted from now
     * on. A finding may be corrected until the payment is accepted or sent again.
     *
     * @param operator the login
     * @return false if the answer of this try is not lost, or if it is not the latest try; then nothing is stored
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean store(UUID application, int number, PaymentFinding finding, String operator) {
        boolean lost = jdbc.sql("""
                        select 1 from corporate_payment where application = ? and try = ? and state = 'LOST' for update
                        """)
                .params(application, number)
                .query(Integer.class)
                .optional()
                .isPresent();
        if (!lost || latestOf(application) != number) {
            return false;
        }
        String order = finding instanceof PaymentFinding.Arrived arrived ? arrived.orderNumber() : null;
        jdbc.sql("""
                        update corporate_payment
                        set finding = :finding, found_by = :operator, found_at = now(), order_number = :order,
                            state = case when :arrived then 'DECIDED' else state end,
                            result = case when :arrived then 'ACCEPTED' end,
                            decided_at = case when :arrived then now() end
                        where application = :application and try = :try
                        """)
                .param("finding", order == null ? "NOT_ARRIVED" : "ARRIVED")
                .param("operator", operator)
                .param("order", order, Types.VARCHAR)
                .param("arrived", order != null)
                .param("application", application)
                .param("try", number)
                .update();
        return true;
    }

    private int latestOf(UUID application) {
        return jdbc.sql("select max(try) from corporate_payment where application = ?")
                .param(application)
                .query(Integer.class)
                .single();
    }

    /** Whether the application has a payment with this number. */
    public boolean exists(UUID application, int number) {
        return jdbc.sql("select exists (select from corporate_payment where application = ? and try = ?)")
                .params(application, number)
                .query(Boolean.class)
                .single();
    }

    /** Whether a payment is already known by this order number. */
    public boolean isTaken(String orderNumber) {
        return jdbc.sql("select exists (select from corporate_payment where order_number = ?)")
                .param(orderNumber)
                .query(Boolean.class)
                .single();
    }

    /** How the payment with this order number ended. Runs outside the caller's transaction. */
    public ProviderAnswer<PaymentState> state(String orderNumber) {
        return outside.make(() -> payer.state(orderNumber));
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
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("request_id", decided.requestId());
            if (decided instanceof PaymentDecision.Accepted accepted) {
                columns.put("result", "ACCEPTED");
                columns.put("order_number", accepted.orderNumber());
            } else {
                columns.put("result", "ACCOUNT_REFUSED");
                columns.put("result_code", ((PaymentDecision.AccountRefused) decided).resultCode());
            }
            return columns;
        }
    }
}
