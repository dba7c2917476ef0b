package io.realname.identity;

/** How an account came to be verified. */
public enum VerificationMethod {
    BANK_CARD,
    /** By people, for documents that no bank can check. */
    DOCUMENT_REVIEW,
    ASSOCIATION,
    APPEAL,
    ENTERPRISE
}
