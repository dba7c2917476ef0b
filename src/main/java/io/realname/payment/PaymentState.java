package io.realname.payment;

/** Where an accepted payment ended. */
public enum PaymentState {
    ARRIVED,
    /** The bank sent it back: there is no such account, or not of that name. */
    RETURNED
}
