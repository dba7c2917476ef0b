package io.realname.bankcard;

/** What kind of account a card draws on, by the letters of the IIN list. */
public enum CardType {
    /** {@code DC} */
    DEBIT,
    /** {@code CC} */
    CREDIT,
    /** {@code SCC}: a credit card that also holds a balance (准贷记卡). */
    SEMI_CREDIT,
    /** {@code PC} */
    PREPAID
}
