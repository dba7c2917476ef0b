package io.realname.payment;

import io.realname.calls.ProviderAnswer;

/**
 * Port to the provider that sends a small amount to a corporate account and knows the amount. Implementations never
 * throw because of the provider or the network.
 */
public interface CorporatePayer {

    /** Sends a few fen of real money. One call is one request over the network, and is never repeated. */
    ProviderAnswer<PaymentDecision> pay(PaymentOrder order);

    /**
     * How a payment ended. The query costs nothing. If the payment is still on its way, or the answer got lost, the
     * answer is {@link ProviderAnswer.NotProcessed}: ask again later.
     */
    ProviderAnswer<PaymentState> state(String orderNumber);

    /**
     * Whether this amount is the one that was sent. The query costs nothing. If the answer got lost, the answer is
     * {@link ProviderAnswer.NotProcessed}.
     */
    ProviderAnswer<AmountComparison> compare(String orderNumber, PaymentAmount amount);
}
