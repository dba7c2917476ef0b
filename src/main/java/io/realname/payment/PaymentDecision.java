package io.realname.payment;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The provider's decision on a payment. It contains neither personal data nor the amount. */
public sealed interface PaymentDecision {

    /** The id by which the provider finds the call again. Absent if an operator looked the payment up. */
    @Nullable
    String requestId();

    /** The payment is on its way. {@link CorporatePayer#state} tells when it has arrived. */
    record Accepted(String orderNumber, @Nullable String requestId) implements PaymentDecision {}

    /** There is no such account, or the account has another name. */
    record AccountRefused(String resultCode, String requestId) implements PaymentDecision {}

    /** The order number of an accepted payment. */
    default Optional<String> acceptedAs() {
        return this instanceof Accepted accepted ? Optional.of(accepted.orderNumber()) : Optional.empty();
    }
}
