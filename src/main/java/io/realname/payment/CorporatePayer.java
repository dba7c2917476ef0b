package io.realname.payment;

/**
 * Port to whoever sends a small amount to a corporate account, and knows how much it was. Implementations never throw for
 * what a provider or the network may do.
 */
public interface CorporatePayer {

    /** Sends some fen, once: it is real money, and one call is one request over the wire. */
    PaymentAnswer pay(PaymentOrder order);

    /** Where a payment stands; costs nothing. */
    PaymentState state(String orderNumber);

    /** Whether that is what was sent; costs nothing. */
    AmountAnswer compare(String orderNumber, PaymentAmount amount);
}
