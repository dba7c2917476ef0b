package io.realname.review;

/** What a reviewer decides. */
public enum ReviewDecision {
    APPROVE,
    /** The applicant is told the reason. */
    REJECT,
    /** The reviewer asks for more evidence. Once the applicant has added it, the application is reviewed again. */
    ASK
}
