package io.realname.application;

/** What an application asks for. */
public enum ApplicationKind {
    /** Verify an account of somebody who was never verified in the group. */
    NEW_USER
}
