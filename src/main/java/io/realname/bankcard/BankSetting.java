package io.realname.bankcard;

/**
 * What the operator's settings say about a bank. The decision table {@code supported-banks} decides what that means.
 */
public enum BankSetting {
    SUPPORTED,
    NOT_SUPPORTED,
    /** The settings do not name the bank. */
    NONE
}
