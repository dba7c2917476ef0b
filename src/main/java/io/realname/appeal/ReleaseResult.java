package io.realname.appeal;

/** What became of releasing what the reviewers have seen. */
public enum ReleaseResult {
    RELEASED,
    /** The bindings are others by now, or one of the accounts has open business. */
    CHANGED,
    /** A holder has an application under way. */
    HOLDER_BUSY
}
