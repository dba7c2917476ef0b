package io.realname.payment;

/** How an accepted payment ended. */
public enum PaymentState {
    ARRIVED,
    /** The bank returned the payment: there is no such account, or the account has another name. */
    RETURNED
}
