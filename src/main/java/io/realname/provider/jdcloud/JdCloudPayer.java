package io.realname.provider.jdcloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.realname.calls.ProviderAnswer;
import io.realname.payment.AmountComparison;
import io.realname.payment.CorporatePayer;
import io.realname.payment.PaymentAmount;
import io.realname.payment.PaymentDecision;
import io.realname.payment.PaymentOrder;
import io.realname.payment.PaymentState;
import io.realname.provider.WireWord;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a small random amount with {@code company:transfer}. Then asks with {@code company:transferStatus} for the
 * state of the payment, and compares the amount with {@code company:check}. JD's public documentation describes only
 * the request of {@code company:transferStatus}. We assume that the two booleans of its answer mean the same as in the
 * other answers.
 *
 * <p>Logs codes and request ids, never an account or an amount, and stores no amount.
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
    public ProviderAnswer<PaymentDecision> pay(PaymentOrder order) {
        ObjectNode request = JdCloudApi.request();
        request.putObject("accountInfo")
                .put("orgName", order.enterprise().value())
                .put("bankCardNum", order.account().number())
                .put("bankName", order.account().bank())
                .put("branchBankName", order.account().branch());
        ProviderAnswer<PaymentDecision> answer = paid(call(TRANSFER, request));
        if (!(answer instanceof ProviderAnswer.Decided<PaymentDecision>)) {
            log.warn("{}: {}", TRANSFER, answer);
        }
        return answer;
    }

    @Override
    public ProviderAnswer<PaymentState> state(String orderNumber) {
        return asked(STATUS, JdCloudApi.request().put("orderNumber", orderNumber))
                .map(success -> success ? PaymentState.ARRIVED : PaymentState.RETURNED);
    }

    @Override
    public ProviderAnswer<AmountComparison> compare(String orderNumber, PaymentAmount amount) {
        ObjectNode request = JdCloudApi.request();
        request.putObject("checkInfo").put("paymentAmount", amount.inYuan()).put("orderNumber", orderNumber);
        return asked(CHECK, request).map(success -> success ? AmountComparison.SAME : AmountComparison.DIFFERENT);
    }

    /**
     * Asks a question that costs nothing, so it may be asked again. The answer that a payment is still on its way is
     * normal and is not logged.
     */
    private ProviderAnswer<Boolean> asked(String action, ObjectNode request) {
        JdCloudReply reply = call(action, request);
        if (reply instanceof JdCloudReply.Answered answered) {
            return answered.hasException()
                    ? new ProviderAnswer.NotProcessed<>(answered.reason())
                    : new ProviderAnswer.Decided<>(answered.success());
        }
        if (reply instanceof JdCloudReply.OurLimit limit) {
            return new ProviderAnswer.OurLimit<>(limit.reason());
        }
        log.warn("{}: {}", action, reply);
        return reply instanceof JdCloudReply.Refused refused
                ? new ProviderAnswer.Refused<>(refused.reason())
                : new ProviderAnswer.NotProcessed<>(noAnswer(reply));
    }

    private static ProviderAnswer<PaymentDecision> paid(JdCloudReply reply) {
        if (reply instanceof JdCloudReply.Answered answered) {
            return paid(answered);
        }
        if (reply instanceof JdCloudReply.Refused refused) {
            return new ProviderAnswer.Refused<>(refused.reason());
        }
        if (reply instanceof JdCloudReply.OurLimit limit) {
            return new ProviderAnswer.OurLimit<>(limit.reason());
        }
        return reply instanceof JdCloudReply.Lost lost
                ? new ProviderAnswer.Lost<>(lost.reason())
                : new ProviderAnswer.NotProcessed<>(noAnswer(reply));
    }

    private static ProviderAnswer<PaymentDecision> paid(JdCloudReply.Answered answered) {
        if (answered.hasException()) {
            return new ProviderAnswer.Lost<>(answered.reason());
        }
        if (!answered.success()) {
            return new ProviderAnswer.Decided<>(
                    new PaymentDecision.AccountRefused(answered.code(), answered.requestId()));
        }
        String orderNumber = AnswerMeaning.orderNumber(answered.detail());
        return orderNumber.equals(WireWord.UNREADABLE)
                ? new ProviderAnswer.Lost<>("no order number, " + answered.reason())
                : new ProviderAnswer.Decided<>(new PaymentDecision.Accepted(orderNumber, answered.requestId()));
    }

    // The breaker is innermost, so it counts only calls that were really sent. It does not see a call that the bulkhead
    // rejects.
    private JdCloudReply call(String action, ObjectNode request) {
        Supplier<JdCloudReply> call = CircuitBreaker.decorateSupplier(breaker, () -> api.call(action, request));
        try {
            return Bulkhead.decorateSupplier(bulkhead, call).get();
        } catch (CallNotPermittedException e) {
            return new JdCloudReply.NotProcessed("circuit breaker open");
        } catch (BulkheadFullException e) {
            return new JdCloudReply.OurLimit("too many calls at a time");
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
