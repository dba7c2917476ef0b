package io.realname.association;

/** Whether an account can be associated with the verified account that was named. */
public enum Source {
    READY,
    /** Unknown, unverified, an enterprise's, or somebody else's than the application that this one follows is about. */
    NOT_VERIFIED,
    NO_MOBILE,
    /** Its number changed too short a time ago to prove anything. */
    MOBILE_TOO_NEW
}
