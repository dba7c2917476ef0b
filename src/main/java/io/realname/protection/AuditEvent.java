package io.realname.protection;

/** What an entry of the trail tells. The words are stored: one that was used is never renamed. */
public enum AuditEvent {
    APPLICATION_REGISTERED,
    /** In the stream of the application that is followed by another one. */
    FOLLOWED,
    MOBILE_CONFIRMED,
    /** A number whose check digit does not fit was taken, because the applicant confirmed that it is written so. */
    NUMBER_CONFIRMED,
    /** The bank answered, or its answer got lost, or the card has had its checks for today. */
    BANK_CARD_CHECKED,
    IDENTITY_BOUND,
    /** In the stream of the application that had bound it. */
    IDENTITY_RELEASED,
    APPLICATION_ENDED,
    EVIDENCE_ADDED,
    EVIDENCE_VIEWED,
    EVIDENCE_REMOVED,
    /** A reviewer compared what they read off the document with what was stated. */
    DOCUMENT_READ_OFF,
    REVIEW_VOTED,
    REVIEW_ESCALATED,
    HOLDER_NOTIFIED,
    HOLDER_OBJECTED,
    /** The register of licences answered, or its answer got lost. */
    LICENCE_CHECKED,
    /** Some fen went to a corporate account, or were refused, or nobody knows. */
    PAYMENT_SENT,
    /** It arrived, or was sent back. */
    PAYMENT_SETTLED,
    /** The applicant said how much it was; whether that was right. */
    AMOUNT_STATED,
    /** Too many wrong amounts in a row. */
    ACCOUNT_FROZEN,
    ENTERPRISE_VERIFIED
}
