package io.realname.application;

import io.realname.review.ReviewReason;
import java.util.stream.Stream;

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
    /** By the register of licences: cancelled, revoked or withdrawn. */
    LICENCE_NOT_IN_FORCE,
    /** No payment reaches the corporate account that was stated. */
    CORPORATE_ACCOUNT_REFUSED,
    /** The personal verification that was to be upgraded is gone, by an appeal for instance. */
    PERSONAL_VERIFICATION_GONE,
    /** The reviewers' reasons: as {@link io.realname.review.ReviewReason}. */
    DOCUMENT_UNREADABLE,
    DOCUMENT_NOT_VALID,
    PERSON_NOT_THE_SAME,
    CERTIFICATE_NOT_VALID,
    STATEMENT_NOT_CREDIBLE,
    OBJECTION_UPHELD,
    LICENCE_NOT_VALID,
    LICENCE_DATA_DIFFER,
    POWER_OF_ATTORNEY_NOT_VALID,
    OTHER;

    /** Whether a reviewer gave it, who may have written something for the applicant too. */
    public boolean isReviewers() {
        return Stream.of(ReviewReason.values()).anyMatch(reason -> reason.name().equals(name()));
    }
}
