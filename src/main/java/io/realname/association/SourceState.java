package io.realname.association;

/** Whether the applicant's account can be associated with the verified account that was named. */
public enum SourceState {
    READY,
    /**
     * The named account is unknown, not verified or an enterprise's; or its identity is not the one of the followed
     * application.
     */
    NOT_VERIFIED,
    NO_MOBILE,
    /** The account's mobile number changed too recently to prove who owns the account. */
    MOBILE_TOO_NEW
}
