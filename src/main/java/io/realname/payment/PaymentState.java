package io.realname.payment;

/** Where a payment stands. */
public sealed interface PaymentState {

    record Arrived() implements PaymentState {}

    /** The bank sent it back: there is no such account, or not of that name. */
    record Returned(String resultCode) implements PaymentState {}

    /** On its way still, or the provider can't say now: ask again later. */
    record NotKnown(String reason) implements PaymentState {}

    /** The provider refuses us: an operator must act. */
    record ProviderRefused(String reason) implements PaymentState {}
}
