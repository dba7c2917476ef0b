package io.realname.payment;

import io.realname.database.OutsideCall;
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
    private final OutsideCall outside;
    private final CorporatePayer payer;

    CorporatePayments(
            JdbcClient jdbc, PlatformTransactionManager transactions, OutsideCall outside, CorporatePayer payer) {
        this.jdbc = jdbc;
        this.shortTransaction = new TransactionTemplate(transactions);
        this.outside = outside;
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
    public PaymentAnswer send(UUID application, int incidents, Supplier<PaymentOrder> order) {
        return outside.make(() -> {
            Payment latest = latest(application);
            boolean again = latest.isLost() && incidents > latest.incidents();
            return send(application, again ? next(application, latest) : latest, incidents, order);
        });
    }

    private Payment next(UUID application, Payment lost) {
        shortTransaction.executeWithoutResult(status -> reserve(application, lost.number() + 1));
        return latest(application);
    }

    private PaymentAnswer send(UUID application, Payment payment, int incidents, Supplier<PaymentOrder> order) {
        switch (payment.state()) {
            case "ACCEPTED" -> {
                return new PaymentAnswer.Accepted(payment.acceptedAs(), "");
            }
            case "REFUSED" -> {
                return new PaymentAnswer.AccountRefused("", "");
            }
            default -> {
                if (!move(application, payment.number(), "RESERVED", "SENT")) {
                    return lost(application, payment.number(), incidents, "sent before, and no answer is known");
                }
            }
        }
        PaymentAnswer answer = pay(application, payment.number(), order);
        if (answer instanceof PaymentAnswer.Accepted accepted) {
            store(application, payment.number(), "ACCEPTED", accepted.orderNumber(), null, accepted.requestId());
        } else if (answer instanceof PaymentAnswer.AccountRefused refused) {
            store(application, payment.number(), "REFUSED", null, refused.resultCode(), refused.requestId());
        } else if (answer instanceof PaymentAnswer.Lost lost) {
            return lost(application, payment.number(), incidents, lost.reason());
        } else {
            move(application, payment.number(), "SENT", "RESERVED");
        }
        return answer;
    }

    private PaymentAnswer pay(UUID application, int number, Supplier<PaymentOrder> order) {
        PaymentOrder opened;
        try {
            opened = order.get();
        } catch (RuntimeException e) {
            move(application, number, "SENT", "RESERVED");
            throw e;
        }
        return payer.pay(opened);
    }

    /** Where the accepted payment stands; outside the caller's transaction. */
    public PaymentState state(UUID application) {
        return outside.make(() -> payer.state(latest(application).acceptedAs()));
    }

    /** Whether that is what was sent; outside any transaction. */
    AmountAnswer compare(UUID application, PaymentAmount amount) {
        return payer.compare(latest(application).acceptedAs(), amount);
    }

    private void reserve(UUID application, int number) {
        jdbc.sql("""
                        insert into corporate_payment (application, try, state, reserved_at) values (?, ?, 'RESERVED', now())
                        on conflict do nothing
                        """).params(application, number).update();
    }

    private Payment latest(UUID application) {
        return jdbc.sql("""
                        select try, state, order_number, coalesce(incidents, 0) as incidents
                        from corporate_payment where application = ? order by try desc limit 1
                        """)
                .param(application)
                .query((row, n) -> new Payment(
                        row.getInt("try"),
                        row.getString("state"),
                        row.getString("order_number"),
                        row.getInt("incidents")))
                .single();
    }

    private boolean move(UUID application, int number, String from, String to) {
        return Boolean.TRUE.equals(shortTransaction.execute(status -> jdbc.sql("""
                                update corporate_payment
                                set state = :to, sent_at = case when :to = 'SENT' then now() end
                                where application = :application and try = :try and state = :from
                                """)
                        .param("to", to)
                        .param("from", from)
                        .param("application", application)
                        .param("try", number)
                        .update()
                == 1));
    }

    private PaymentAnswer lost(UUID application, int number, int incidents, String reason) {
        shortTransaction.executeWithoutResult(status -> jdbc.sql("""
                        update corporate_payment set state = 'LOST', incidents = :incidents
                        where application = :application and try = :try and state = 'SENT'
                        """)
                .param("incidents", incidents)
                .param("application", application)
                .param("try", number)
                .update());
        return new PaymentAnswer.Lost(reason);
    }

    private void store(
            UUID application,
            int number,
            String state,
            @Nullable String orderNumber,
            @Nullable String resultCode,
            String requestId) {
        shortTransaction.executeWithoutResult(status -> jdbc.sql("""
                        update corporate_payment
                        set state = :state, order_number = :orderNumber, result_code = :resultCode, request_id = :requestId,
                            decided_at = now()
                        where application = :application and try = :try and state = 'SENT'
                        """)
                .param("state", state)
                .param("orderNumber", orderNumber)
                .param("resultCode", resultCode)
                .param("requestId", requestId)
                .param("application", application)
                .param("try", number)
                .update());
    }

    private record Payment(
            int number, String state, @Nullable String orderNumber, int incidents) {

        boolean isLost() {
            return state.equals("LOST");
        }

        String acceptedAs() {
            if (orderNumber == null) {
                throw new IllegalStateException("no payment was accepted");
            }
            return orderNumber;
        }
    }
}
