package io.realname.bankcard;

/**
 * How often cards were checked, for the decision on attempts. "Today" means the last 24 hours. "Wrong cards" are checks
 * that ended {@link BankCardResult#MISMATCH}.
 */
public record CardAttempts(
        int wrongCardsOfApplication,
        int checksOfApplication,
        int wrongCardsOfAccountToday,
        int wrongCardsOfIdentityToday,
        int wrongCardsOfCardToday,
        int checksOfCardToday) {

    /** For applications without a bank card. */
    public static final CardAttempts NONE = new CardAttempts(0, 0, 0, 0, 0, 0);
}
