package io.realname.identity;

/** What became of binding an identity to an account. */
public enum BindResult {
    BOUND,
    /** The identity is bound to another account by now. */
    OCCUPIED
}
