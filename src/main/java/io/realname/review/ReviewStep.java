package io.realname.review;

/** The step of a review: the vote of the first or of the second person. */
public enum ReviewStep {
    FIRST,
    SECOND
}
