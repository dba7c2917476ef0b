package io.realname.review;

/** What a reviewer decides. */
public enum ReviewDecision {
    APPROVE,
    /** With a reason, which the applicant is told. */
    REJECT,
    /** The applicant adds what the reviewer asks for; then it is reviewed anew. */
    ASK
}
