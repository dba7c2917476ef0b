package io.realname.appeal;

/** What the applicant says about the binding. */
public enum AppealReason {
    /** "I never used this document to verify any account of the group": concerns every binding of the identity. */
    NEVER_VERIFIED,
    /** "That was not my own operation": concerns the binding at the applicant's site. */
    NOT_MY_OPERATION;

    /** Whether two reviewers must approve the release, also if the decision tables ask for one only. */
    public boolean needsTwoReviewers() {
        return this == NOT_MY_OPERATION;
    }
}
