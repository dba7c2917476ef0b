package io.realname.application;

/** What an application asks for. */
public enum ApplicationKind {
    /** Verify an account of somebody who was never verified in the group. */
    NEW_USER,
    /** Verify an account with the verification of another account, which the same person has at another site. */
    ASSOCIATION,
    /** Get back an identity that is bound to somebody else's account. */
    APPEAL,
    /** Object to an appeal against one's own account. */
    OBJECTION,
    /** Verify an account as an enterprise's. */
    ENTERPRISE
}
