package io.realname.appeal;

/** What became of releasing what the reviewers have seen. */
public enum ReleaseResult {
    RELEASED,
    /** The bindings are others by now, one of the accounts has open business, or a holder has objected since the review began. */
    CHANGED,
    /** A holder has an application under way. */
    HOLDER_BUSY
}
