package io.realname.payment;

import java.util.Optional;

/** What the provider made of a payment. Nothing here is personal, and the amount is left out. */
public sealed interface PaymentDecision {

    /** The provider's, by which it finds the call again. */
    String requestId();

    /** On its way. {@link CorporatePayer#state} tells when it has arrived. */
    record Accepted(String orderNumber, String requestId) implements PaymentDecision {}

    /** There is no such account, or not of that name. */
    record AccountRefused(String resultCode, String requestId) implements PaymentDecision {}

    /** The order number of an accepted payment. */
    default Optional<String> acceptedAs() {
        return this instanceof Accepted accepted ? Optional.of(accepted.orderNumber()) : Optional.empty();
    }
}
