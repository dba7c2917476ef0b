package io.realname.application;

/** What an application asks for. */
public enum ApplicationKind {
    /** Verify an account of somebody who was never verified in the group. */
    NEW_USER,
    /** Verify an account by another one of the same person that is verified at another site. */
    ASSOCIATION
}
