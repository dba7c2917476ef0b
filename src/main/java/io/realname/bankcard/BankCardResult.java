package io.realname.bankcard;

/** What the bank decided, by what it means for the applicant. */
public enum BankCardResult {
    /** Name, document, card and mobile number belong to one person. */
    MATCH,
    /** They do not: costs the applicant an attempt. */
    MISMATCH,
    /** Lost, frozen, expired or otherwise unusable: another card is asked for, no attempt is lost. */
    CARD_NOT_USABLE,
    /** The verification centre takes no more checks for this card or person today. */
    RATE_LIMITED
}
