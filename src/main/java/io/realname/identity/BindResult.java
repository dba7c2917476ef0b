package io.realname.identity;

/** The result of binding an identity to an account. */
public enum BindResult {
    BOUND,
    /** In the meantime, the identity was bound to another account. */
    OCCUPIED
}
