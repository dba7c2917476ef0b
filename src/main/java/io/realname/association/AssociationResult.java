package io.realname.association;

/** The result of binding the identity of an association. */
public enum AssociationResult {
    BOUND,
    /** After the code was sent, the verified account lost its binding, got another one, or became an enterprise's. */
    SOURCE_GONE,
    /** The verified account has another mobile number than the confirmed one. */
    MOBILE_CHANGED,
    MOBILE_TOO_NEW,
    /** The identity is bound at the applicant's site already. A person may have one verified account per site. */
    BOUND_AT_SITE
}
