package io.realname.identity;

/** How an account came to be verified. */
public enum VerificationMethod {
    BANK_CARD,
    ASSOCIATION,
    APPEAL,
    ENTERPRISE
}
