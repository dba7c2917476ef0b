package io.realname.account;

/** Whose account it is. */
public enum AccountKind {
    PERSONAL,
    ENTERPRISE
}
