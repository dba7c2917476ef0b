package io.realname.mobile;

/** What a code confirms. A code for one purpose is not valid for another one. */
public enum MobileCodePurpose {
    /** The applicant owns the mobile number that they say the bank has on file. */
    NEW_USER,
    /** The applicant owns the verified account. */
    ASSOCIATION,
    /** The person who objects to an appeal holds the account. */
    OBJECTION
}
