package io.realname.account;

/** Who owns an account: a person or an enterprise. */
public enum AccountKind {
    PERSONAL,
    ENTERPRISE
}
