package io.realname.licence;

/** Whether a licence agrees with what the applicant stated. */
public enum LicenceResult {
    /** All four values belong together, and the enterprise is in business. */
    CONSISTENT,
    /** A value differs from what was stated, or has changed within the last week. */
    INCONSISTENT,
    /** The licence is cancelled, revoked or withdrawn. */
    NOT_IN_FORCE
}
