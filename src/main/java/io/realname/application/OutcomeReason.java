package io.realname.application;

import io.realname.review.ReviewReason;
import java.util.stream.Stream;

/** The cause of an outcome that can have several causes. */
public enum OutcomeReason {
    TOO_MANY_WRONG_CODES,
    /** Our limits or the provider's limits allow no more messages to the number for now. */
    SMS_FREQUENCY_LIMIT,
    /** The provider does not send messages to the number. */
    MOBILE_NUMBER_REFUSED,
    /** Three appeals about one identity in 30 days, by default. */
    TOO_MANY_APPEALS,
    /** The identity is bound to no account that the appeal concerns. */
    NOTHING_TO_RELEASE,
    /** The register of licences says that the licence is cancelled, revoked or withdrawn. */
    LICENCE_NOT_IN_FORCE,
    /** A payment cannot reach the stated corporate account. */
    CORPORATE_ACCOUNT_REFUSED,
    /** The account has lost the personal verification that the application would upgrade, for example by an appeal. */
    PERSONAL_VERIFICATION_GONE,
    /** The reasons of reviewers, from here on: the same as in {@link io.realname.review.ReviewReason}. */
    DOCUMENT_UNREADABLE,
    DOCUMENT_EXPIRED,
    WRONG_DOCUMENT_TYPE,
    FORGERY_SUSPECTED,
    UNDER_AGE,
    DOCUMENT_NOT_VALID,
    PERSON_NOT_THE_SAME,
    CERTIFICATE_NOT_VALID,
    STATEMENT_NOT_CREDIBLE,
    OBJECTION_UPHELD,
    LICENCE_NOT_VALID,
    LICENCE_DATA_DIFFER,
    POWER_OF_ATTORNEY_NOT_VALID,
    OTHER;

    /** Whether a reviewer gave this reason. The reviewer may also have written a message to the applicant. */
    public boolean isReviewers() {
        return Stream.of(ReviewReason.values()).anyMatch(reason -> reason.name().equals(name()));
    }
}
