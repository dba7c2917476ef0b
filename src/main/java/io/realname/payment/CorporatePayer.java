package io.realname.payment;

import io.realname.calls.ProviderAnswer;

/**
 * Port to whoever sends a small amount to a corporate account, and knows how much it was. Implementations never throw for
 * what a provider or the network may do.
 */
public interface CorporatePayer {

    /** Sends some fen, once: it is real money, and one call is one request over the wire. */
    ProviderAnswer<PaymentDecision> pay(PaymentOrder order);

    /**
     * Where a payment ended. Costs nothing, so a payment on its way, and an answer that got lost, are
     * {@link ProviderAnswer.NotProcessed}: ask again later.
     */
    ProviderAnswer<PaymentState> state(String orderNumber);

    /** Whether that is what was sent. Costs nothing, so an answer that got lost is {@link ProviderAnswer.NotProcessed}. */
    ProviderAnswer<AmountComparison> compare(String orderNumber, PaymentAmount amount);
}
