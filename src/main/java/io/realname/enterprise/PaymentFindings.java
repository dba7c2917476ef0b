package io.realname.enterprise;

import io.realname.calls.ProviderAnswer;
import io.realname.payment.CorporatePayments;
import io.realname.payment.PaymentFinding;
import io.realname.payment.PaymentState;
import io.realname.protection.AuditEvent;
import io.realname.protection.AuditTrail;
import io.realname.protection.BlindIndex;
import io.realname.refusal.Refusal;
import io.realname.refusal.RefusalCode;
import io.realname.refusal.RefusalException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What operators state about payments whose answer got lost. */
@Service
public class PaymentFindings {

    private static final String ORDER_NUMBER = "/orderNumber";

    private final CorporatePayments payments;
    private final AuditTrail trail;
    private final BlindIndex blindIndex;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    PaymentFindings(
            CorporatePayments payments,
            AuditTrail trail,
            BlindIndex blindIndex,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.payments = payments;
        this.trail = trail;
        this.blindIndex = blindIndex;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Stores the finding with an entry in the audit trail. If the payment arrived, the process goes on. If not, it waits
     * for an operator to retry the step, and then sends the payment again.
     *
     * <p>A payment counts as arrived only if the provider knows how the payment with this order number ended; until then
     * the process could only wait, and with a mistyped number it would wait in vain.
     *
     * @param number which of the application's payments
     * @param operator the login
     * @throws RefusalException {@code NOT_FOUND} if there is no such payment; {@code ACTION_NOT_EXPECTED} if its answer is
     *     known, or the payment was sent again; {@code MALFORMED_REQUEST} with {@code ORDER_NUMBER_USED} or
     *     {@code ORDER_NUMBER_NOT_KNOWN}
     */
    public void state(UUID application, int number, PaymentFinding finding, String operator) {
        if (!payments.exists(application, number)) {
            throw new RefusalException(Refusal.of(RefusalCode.NOT_FOUND));
        }
        if (finding instanceof PaymentFinding.Arrived arrived) {
            mustBeKnown(arrived.orderNumber());
        }
        transaction.executeWithoutResult(status -> {
            if (!payments.store(application, number, finding, operator)) {
                throw new RefusalException(Refusal.of(RefusalCode.ACTION_NOT_EXPECTED));
            }
            trail.append(application, AuditEvent.LOST_PAYMENT_FOUND, "user:" + operator, facts(number, finding));
            if (finding instanceof PaymentFinding.Arrived) {
                events.publishEvent(new PaymentFound(application));
            }
        });
    }

    private void mustBeKnown(String orderNumber) {
        if (payments.isTaken(orderNumber)) {
            throw new RefusalException(Refusal.malformed(ORDER_NUMBER, "ORDER_NUMBER_USED"));
        }
        if (!(payments.state(orderNumber) instanceof ProviderAnswer.Decided<PaymentState>)) {
            throw new RefusalException(Refusal.malformed(ORDER_NUMBER, "ORDER_NUMBER_NOT_KNOWN"));
        }
    }

    /** The order number as a keyed hash: digits in a row are not accepted in the trail. */
    private Map<String, String> facts(int number, PaymentFinding finding) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("try", Integer.toString(number));
        facts.put("arrived", Boolean.toString(finding instanceof PaymentFinding.Arrived));
        if (finding instanceof PaymentFinding.Arrived arrived) {
            facts.put("order", HexFormat.of().formatHex(blindIndex.of("order number", arrived.orderNumber())));
        }
        return facts;
    }
}
