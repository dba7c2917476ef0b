package io.realname.protection;

/**
 * The event that an entry of the trail records. The names are stored in the database, so a name that was used is never
 * changed.
 */
public enum AuditEvent {
    APPLICATION_REGISTERED,
    /** Another application follows this one. Written to the stream of the application that is followed. */
    FOLLOWED,
    MOBILE_CONFIRMED,
    /** A number with a wrong check digit was accepted, because the applicant confirmed the number. */
    NUMBER_CONFIRMED,
    /** The bank answered, or its answer got lost, or the card has reached its limit of checks. */
    BANK_CARD_CHECKED,
    IDENTITY_BOUND,
    /** Written to the stream of the application that had made the binding. */
    IDENTITY_RELEASED,
    APPLICATION_ENDED,
    /** A reviewer was shown what the applicant stated. */
    APPLICATION_VIEWED,
    /** An operator found the application, and was shown where it stands. */
    CASE_FOUND,
    EVIDENCE_ADDED,
    EVIDENCE_VIEWED,
    EVIDENCE_REMOVED,
    /** A reviewer compared what they read on the document with what was stated. */
    DOCUMENT_READ_OFF,
    REVIEW_VOTED,
    REVIEW_ESCALATED,
    REVIEW_HANDED_OVER,
    /** A reviewer asked a colleague for an opinion. */
    OPINION_ASKED,
    OPINION_GIVEN,
    /** The reviewer took the task back before the colleague had answered. */
    OPINION_NOT_AWAITED,
    HOLDER_NOTIFIED,
    HOLDER_OBJECTED,
    /** The register of licences answered, or its answer got lost. */
    LICENCE_CHECKED,
    /** A few fen were sent to a corporate account, or were refused, or the answer got lost. */
    PAYMENT_SENT,
    /** An operator was shown a payment whose answer got lost, to look it up with the provider. */
    LOST_PAYMENT_VIEWED,
    /** An operator stated whether a payment whose answer got lost has arrived. */
    LOST_PAYMENT_FOUND,
    /** The payment arrived, or the bank returned it. */
    PAYMENT_SETTLED,
    /** The applicant stated the amount. The entry also says whether it was right. */
    AMOUNT_STATED,
    /** There were too many wrong amounts in a row. */
    ACCOUNT_FROZEN,
    ENTERPRISE_VERIFIED
}
