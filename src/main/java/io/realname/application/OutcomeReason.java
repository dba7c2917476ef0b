package io.realname.application;

/** What led to an outcome that has several causes. */
public enum OutcomeReason {
    TOO_MANY_WRONG_CODES,
    /** The number has had its share of messages, by our limits or the provider's. */
    SMS_FREQUENCY_LIMIT,
    /** The provider sends nothing to the number. */
    MOBILE_NUMBER_REFUSED,
    /** Three appeals about one identity in 30 days, by default. */
    TOO_MANY_APPEALS,
    /** The identity is bound to no account that the appeal concerns. */
    NOTHING_TO_RELEASE,
    /** The reviewers' reasons: as {@link io.realname.review.ReviewReason}. */
    DOCUMENT_UNREADABLE,
    DOCUMENT_NOT_VALID,
    PERSON_NOT_THE_SAME,
    CERTIFICATE_NOT_VALID,
    STATEMENT_NOT_CREDIBLE,
    OBJECTION_UPHELD,
    OTHER
}
