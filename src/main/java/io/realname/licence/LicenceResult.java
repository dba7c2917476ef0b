package io.realname.licence;

/** Whether a licence is as it was stated. */
public enum LicenceResult {
    /** All four belong together, and the enterprise is in business. */
    CONSISTENT,
    /** Something is not as stated, or has changed within the last week. */
    INCONSISTENT,
    /** Cancelled, revoked or withdrawn. */
    NOT_IN_FORCE
}
