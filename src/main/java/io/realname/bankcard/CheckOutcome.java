package io.realname.bankcard;

/** Where a reserved check stands after it was to be made. */
public sealed interface CheckOutcome {

    record Decided(BankCardResult result) implements CheckOutcome {}

    /** Sent, perhaps billed, and no answer is known: only the applicant may say that it be asked again. */
    record AnswerLost() implements CheckOutcome {}

    /** Surely not processed: the same check may be made again later. */
    record Unavailable(String reason) implements CheckOutcome {}

    /** The provider refuses us; an operator must act, then the same check may be made again. */
    record ProviderRefused(String reason) implements CheckOutcome {}
}
