package io.realname.mobile;

/** What a code is good for; a code for one purpose is worth nothing for another. */
public enum MobileCodePurpose {
    /** The number is the applicant's, as the bank has it. */
    NEW_USER,
    /** The verified account is the applicant's. */
    ASSOCIATION,
    /** Who objects to an appeal holds the account. */
    OBJECTION
}
