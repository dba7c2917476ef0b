package io.realname.bankcard;

/** The bank's decision, in terms of what it means for the applicant. */
public enum BankCardResult {
    /** Name, document, card and mobile number belong to one person. */
    MATCH,
    /** They do not belong to one person. This counts as a wrong card of the applicant. */
    MISMATCH,
    /**
     * The card is lost, frozen, expired or otherwise unusable. The applicant is asked for another card; this does not
     * count as a wrong card.
     */
    CARD_NOT_USABLE,
    /**
     * The verification centre accepts no more checks for this card or person today, or our own limit for the card is
     * reached.
     */
    RATE_LIMITED
}
