package io.realname.payment;

/** Whether an amount is the one that was sent. */
public sealed interface AmountAnswer {

    record Same() implements AmountAnswer {}

    record Different() implements AmountAnswer {}

    /** The provider can't say now: ask again later. It costs the applicant nothing. */
    record Unavailable(String reason) implements AmountAnswer {}

    /** The provider refuses us: an operator must act. */
    record ProviderRefused(String reason) implements AmountAnswer {}
}
