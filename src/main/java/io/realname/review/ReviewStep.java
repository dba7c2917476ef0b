package io.realname.review;

/** Which of the two people of a review. */
public enum ReviewStep {
    FIRST,
    SECOND
}
