package io.realname.application;

/** How an application ended, for a program. */
public enum OutcomeCode {
    VERIFIED(ApplicationStatus.SUCCEEDED),
    IDENTITY_OCCUPIED(ApplicationStatus.FAILED),
    BANK_NOT_SUPPORTED(ApplicationStatus.FAILED),
    CARD_TYPE_NOT_SUPPORTED(ApplicationStatus.FAILED),
    CARD_DETAILS_MISMATCH(ApplicationStatus.FAILED),
    CARD_NOT_USABLE(ApplicationStatus.FAILED),
    TOO_MANY_ATTEMPTS(ApplicationStatus.FAILED),
    MOBILE_CODE_FAILED(ApplicationStatus.FAILED),
    /** Unknown, unverified or an enterprise's: the three are never told apart. */
    ACCOUNT_NOT_VERIFIED(ApplicationStatus.FAILED),
    VERIFIED_ACCOUNT_HAS_NO_MOBILE(ApplicationStatus.FAILED),
    /** A number that is new proves nothing yet; the outcome says from when it does. */
    MOBILE_CHANGED_RECENTLY(ApplicationStatus.FAILED),
    IDENTITY_BOUND_TO_ANOTHER_ACCOUNT(ApplicationStatus.FAILED),
    APPEAL_APPROVED(ApplicationStatus.SUCCEEDED),
    /** People looked at a document that no bank can check; with the reviewer's reason. */
    DOCUMENTS_REJECTED(ApplicationStatus.FAILED),
    /** With the reviewer's reason, or because there is nothing to release. */
    APPEAL_REJECTED(ApplicationStatus.FAILED),
    HOLDER_HAS_OPEN_BUSINESS(ApplicationStatus.FAILED),
    OBJECTION_RAISED(ApplicationStatus.SUCCEEDED),
    /** There is no open appeal of which the account was told, or the account has objected to it already. */
    NOTHING_TO_OBJECT_TO(ApplicationStatus.FAILED),
    /** Too many wrong amounts in a row; the outcome says until when the account is frozen. */
    AMOUNT_FAILED(ApplicationStatus.FAILED),
    /** With the reviewer's reason, or one of the process. */
    ENTERPRISE_REJECTED(ApplicationStatus.FAILED),
    EXPIRED(ApplicationStatus.EXPIRED),
    WITHDRAWN(ApplicationStatus.WITHDRAWN);

    private final ApplicationStatus status;

    OutcomeCode(ApplicationStatus status) {
        this.status = status;
    }

    /** The status of an application that ended so. */
    public ApplicationStatus status() {
        return status;
    }

    /** Whether another application may take this one up: it ended because the identity is bound to another account. */
    boolean mayBeFollowed() {
        return this == IDENTITY_OCCUPIED || this == IDENTITY_BOUND_TO_ANOTHER_ACCOUNT;
    }
}
