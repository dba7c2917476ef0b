package io.realname.appeal;

/** Which of the two an applicant says. */
public enum AppealReason {
    /** "I never used this document to verify any account of the group": concerns every binding of the identity. */
    NEVER_VERIFIED,
    /** "That was not my own operation": concerns the binding at the applicant's site. */
    NOT_MY_OPERATION;

    /** Whether it always takes two people to take an identity from who holds it. */
    public boolean takesTwo() {
        return this == NOT_MY_OPERATION;
    }
}
