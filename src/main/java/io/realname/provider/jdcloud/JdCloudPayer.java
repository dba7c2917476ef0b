package io.realname.provider.jdcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.realname.payment.AmountAnswer;
import io.realname.payment.CorporatePayer;
import io.realname.payment.PaymentAmount;
import io.realname.payment.PaymentAnswer;
import io.realname.payment.PaymentOrder;
import io.realname.payment.PaymentState;
import io.realname.provider.WireWord;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a small random amount by {@code company:transfer}, asks where it is by {@code company:transferStatus} and whether it
 * was that much by {@code company:check}. JD's public documentation does not tell more of the second than its request; that
 * its two booleans mean what they mean elsewhere is taken for granted.
 *
 * <p>Logs codes and request ids, never an account or an amount, and keeps no amount.
 */
final class JdCloudPayer implements CorporatePayer {

    private static final Logger log = LoggerFactory.getLogger(JdCloudPayer.class);

    private static final String TRANSFER = "company:transfer";
    private static final String STATUS = "company:transferStatus";
    private static final String CHECK = "company:check";

    private final JdCloudApi api;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;

    JdCloudPayer(JdCloudApi api, CircuitBreaker breaker, Bulkhead bulkhead) {
        this.api = api;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    @Override
    public PaymentAnswer pay(PaymentOrder order) {
        ObjectNode request = JdCloudApi.request();
        request.putObject("accountInfo")
                .put("orgName", order.enterprise().value())
                .put("bankCardNum", order.account().number())
                .put("bankName", order.account().bank())
                .put("branchBankName", order.account().branch());
        PaymentAnswer answer = paid(call(TRANSFER, request));
        if (!(answer instanceof PaymentAnswer.Accepted) && !(answer instanceof PaymentAnswer.AccountRefused)) {
            log.warn("{}: {}", TRANSFER, answer);
        }
        return answer;
    }

    @Override
    public PaymentState state(String orderNumber) {
        JdCloudReply reply = call(STATUS, JdCloudApi.request().put("orderNumber", orderNumber));
        tellTrouble(STATUS, reply);
        if (reply instanceof JdCloudReply.Answered answered) {
            if (answered.hasException()) {
                return new PaymentState.NotKnown(answered.reason());
            }
            return answered.success() ? new PaymentState.Arrived() : new PaymentState.Returned(answered.code());
        }
        return reply instanceof JdCloudReply.Refused refused
                ? new PaymentState.ProviderRefused(refused.reason())
                : new PaymentState.NotKnown(noAnswer(reply));
    }

    @Override
    public AmountAnswer compare(String orderNumber, PaymentAmount amount) {
        ObjectNode request = JdCloudApi.request();
        request.putObject("checkInfo").put("paymentAmount", amount.inYuan()).put("orderNumber", orderNumber);
        JdCloudReply reply = call(CHECK, request);
        tellTrouble(CHECK, reply);
        if (reply instanceof JdCloudReply.Answered answered) {
            if (answered.hasException()) {
                return new AmountAnswer.Unavailable(answered.reason());
            }
            return answered.success() ? new AmountAnswer.Same() : new AmountAnswer.Different();
        }
        return reply instanceof JdCloudReply.Refused refused
                ? new AmountAnswer.ProviderRefused(refused.reason())
                : new AmountAnswer.Unavailable(noAnswer(reply));
    }

    private static PaymentAnswer paid(JdCloudReply reply) {
        if (reply instanceof JdCloudReply.Answered answered) {
            return paid(answered);
        }
        if (reply instanceof JdCloudReply.Refused refused) {
            return new PaymentAnswer.ProviderRefused(refused.reason());
        }
        return reply instanceof JdCloudReply.Lost lost
                ? new PaymentAnswer.Lost(lost.reason())
                : new PaymentAnswer.NotProcessed(noAnswer(reply));
    }

    private static PaymentAnswer paid(JdCloudReply.Answered answered) {
        if (answered.hasException()) {
            return new PaymentAnswer.Lost(answered.reason());
        }
        if (!answered.success()) {
            return new PaymentAnswer.AccountRefused(answered.code(), answered.requestId());
        }
        String orderNumber = AnswerMeaning.orderNumber(answered.detail());
        return orderNumber.equals(WireWord.UNREADABLE)
                ? new PaymentAnswer.Lost("no order number, " + answered.reason())
                : new PaymentAnswer.Accepted(orderNumber, answered.requestId());
    }

    // The breaker is innermost: it judges what came over the wire and never sees that the bulkhead held a call back.
    private JdCloudReply call(String action, ObjectNode request) {
        Supplier<JdCloudReply> call = CircuitBreaker.decorateSupplier(breaker, () -> api.call(action, request));
        try {
            return Bulkhead.decorateSupplier(bulkhead, call).get();
        } catch (CallNotPermittedException e) {
            return new JdCloudReply.NotProcessed("circuit breaker open");
        } catch (BulkheadFullException e) {
            return new JdCloudReply.NotProcessed("too many calls at a time");
        }
    }

    /** A payment on its way is no news. */
    private static void tellTrouble(String action, JdCloudReply reply) {
        if (!(reply instanceof JdCloudReply.Answered)) {
            log.warn("{}: {}", action, reply);
        }
    }

    private static String noAnswer(JdCloudReply reply) {
        if (reply instanceof JdCloudReply.Limited limited) {
            return limited.reason();
        }
        if (reply instanceof JdCloudReply.NotProcessed notProcessed) {
            return notProcessed.reason();
        }
        return ((JdCloudReply.Lost) reply).reason();
    }
}
