package io.realname.application;

/** Why the applicant has to do it. */
public enum ActionReason {
    CARD_DETAILS_MISMATCH,
    CARD_NOT_USABLE,
    /** The bank was asked and its answer got lost; the same card may be sent again. */
    BANK_ANSWER_LOST,
    EVIDENCE_MISSING,
    /** A reviewer asks for more; the message says for what. */
    REVIEWER_ASKS,
    /** What was stated is not what was sent. */
    AMOUNT_WRONG
}
