package io.realname.review;

/** The step of a review: whose vote it is. */
public enum ReviewStep {
    FIRST,
    /** The vote of the second person, where two must agree. */
    SECOND,
    /** The vote of a second person on a case of the quality sample. They do not know that it is one. */
    SAMPLE
}
