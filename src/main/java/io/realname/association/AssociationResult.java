package io.realname.association;

/** What became of an association at the moment of binding. */
public enum AssociationResult {
    BOUND,
    /** The verified account was released, or verified anew, while the code was under way. */
    SOURCE_GONE,
    /** It has another number than the one that was confirmed. */
    MOBILE_CHANGED,
    MOBILE_TOO_NEW,
    /** The identity is bound at the applicant's site already: one person, one account a site. */
    BOUND_AT_SITE
}
