package io.realname.application;

/** Why the applicant has to act. */
public enum ActionReason {
    CARD_DETAILS_MISMATCH,
    CARD_NOT_USABLE,
    /** The bank was asked, but its answer did not arrive. The applicant may send the same card again. */
    BANK_ANSWER_LOST,
    EVIDENCE_MISSING,
    /** A reviewer asks for more evidence; the reviewer's message says which. */
    REVIEWER_ASKS,
    /** The stated amount is not the amount of the payment. */
    AMOUNT_WRONG
}
