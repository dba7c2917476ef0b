package io.realname.payment;

/** What came back from sending a payment; nothing here is personal, and the amount is left out. */
public sealed interface PaymentAnswer {

    /** On its way. {@link CorporatePayer#state} tells when it has arrived. */
    record Accepted(String orderNumber, String requestId) implements PaymentAnswer {}

    /** There is no such account, or not of that name. */
    record AccountRefused(String resultCode, String requestId) implements PaymentAnswer {}

    /** Surely not processed: nothing was sent. */
    record NotProcessed(String reason) implements PaymentAnswer {}

    /** No usable answer came: money may have been sent. */
    record Lost(String reason) implements PaymentAnswer {}

    /** The provider refuses us, not the applicant: an operator must act. */
    record ProviderRefused(String reason) implements PaymentAnswer {}
}
