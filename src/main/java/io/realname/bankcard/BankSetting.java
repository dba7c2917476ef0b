package io.realname.bankcard;

/** What an operator's settings say of a bank; what it means is for the decision table to say. */
public enum BankSetting {
    SUPPORTED,
    NOT_SUPPORTED,
    /** Nothing. */
    NONE
}
