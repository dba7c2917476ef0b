package io.realname.application;

/** How an application ended, as a code for programs. */
public enum OutcomeCode {
    VERIFIED(ApplicationStatus.SUCCEEDED),
    IDENTITY_OCCUPIED(ApplicationStatus.FAILED),
    BANK_NOT_SUPPORTED(ApplicationStatus.FAILED),
    CARD_TYPE_NOT_SUPPORTED(ApplicationStatus.FAILED),
    CARD_DETAILS_MISMATCH(ApplicationStatus.FAILED),
    CARD_NOT_USABLE(ApplicationStatus.FAILED),
    TOO_MANY_ATTEMPTS(ApplicationStatus.FAILED),
    MOBILE_CODE_FAILED(ApplicationStatus.FAILED),
    /** The named account is unknown, not verified, or an enterprise's. The client never learns which of the three. */
    ACCOUNT_NOT_VERIFIED(ApplicationStatus.FAILED),
    VERIFIED_ACCOUNT_HAS_NO_MOBILE(ApplicationStatus.FAILED),
    /**
     * The mobile number of the verified account is too new to prove who owns the account. The outcome says when it will
     * be old enough.
     */
    MOBILE_CHANGED_RECENTLY(ApplicationStatus.FAILED),
    IDENTITY_BOUND_TO_ANOTHER_ACCOUNT(ApplicationStatus.FAILED),
    APPEAL_APPROVED(ApplicationStatus.SUCCEEDED),
    /** Reviewers rejected a document that no bank can check. The outcome has the reviewer's reason. */
    DOCUMENTS_REJECTED(ApplicationStatus.FAILED),
    /** Reviewers rejected the appeal, or there is no binding to release. The outcome has the reason. */
    APPEAL_REJECTED(ApplicationStatus.FAILED),
    HOLDER_HAS_OPEN_BUSINESS(ApplicationStatus.FAILED),
    OBJECTION_RAISED(ApplicationStatus.SUCCEEDED),
    /** There is no open appeal about which the account's holder was told, or the account has objected to it already. */
    NOTHING_TO_OBJECT_TO(ApplicationStatus.FAILED),
    /** Too many wrong amounts in a row. The outcome says until when the account is frozen. */
    AMOUNT_FAILED(ApplicationStatus.FAILED),
    /** Reviewers rejected the application, or the process itself did. The outcome has the reason. */
    ENTERPRISE_REJECTED(ApplicationStatus.FAILED),
    EXPIRED(ApplicationStatus.EXPIRED),
    WITHDRAWN(ApplicationStatus.WITHDRAWN);

    private final ApplicationStatus status;

    OutcomeCode(ApplicationStatus status) {
        this.status = status;
    }

    /** The status of an application with this outcome. */
    public ApplicationStatus status() {
        return status;
    }

    /** Whether another application may follow this one: it ended because the identity is bound to another account. */
    boolean mayBeFollowed() {
        return this == IDENTITY_OCCUPIED || this == IDENTITY_BOUND_TO_ANOTHER_ACCOUNT;
    }
}
