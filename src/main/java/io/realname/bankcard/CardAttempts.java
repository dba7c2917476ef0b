package io.realname.bankcard;

/**
 * How often cards were tried, for the decision on attempts. "Today" is the last 24 hours; a wrong card is one whose
 * details the bank said do not match.
 */
public record CardAttempts(
        int wrongCardsOfApplication,
        int checksOfApplication,
        int wrongCardsOfAccountToday,
        int wrongCardsOfIdentityToday,
        int wrongCardsOfCardToday,
        int checksOfCardToday) {

    /** Where no card is involved. */
    public static final CardAttempts NONE = new CardAttempts(0, 0, 0, 0, 0, 0);
}
