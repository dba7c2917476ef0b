package io.realname.identity;

/** How an account was verified. */
public enum VerificationMethod {
    BANK_CARD,
    /** Reviewers checked a document that no bank can check. */
    DOCUMENT_REVIEW,
    ASSOCIATION,
    APPEAL,
    ENTERPRISE
}
