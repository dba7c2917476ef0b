package io.realname.payment;

/** Whether an amount is the one that was sent. */
public enum AmountComparison {
    SAME,
    DIFFERENT
}
