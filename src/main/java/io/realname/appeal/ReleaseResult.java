package io.realname.appeal;

/** The result of releasing the bindings that the reviewers have seen. */
public enum ReleaseResult {
    RELEASED,
    /**
     * The bindings have changed, one of the accounts has open business, or a holder has objected since the review
     * began.
     */
    CHANGED,
    /** The account of a holder has an open application. */
    HOLDER_BUSY
}
