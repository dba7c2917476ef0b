package io.realname.payment;

/** Whether the amount that the applicant stated is the amount that was sent. */
public enum AmountComparison {
    SAME,
    DIFFERENT
}
