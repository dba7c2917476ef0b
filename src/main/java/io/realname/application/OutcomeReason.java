package io.realname.application;

/** What led to an outcome that has several causes. */
public enum OutcomeReason {
    TOO_MANY_WRONG_CODES,
    /** The number has had its share of messages, by our limits or the provider's. */
    SMS_FREQUENCY_LIMIT,
    /** The provider sends nothing to the number. */
    MOBILE_NUMBER_REFUSED
}
