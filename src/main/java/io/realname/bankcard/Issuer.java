package io.realname.bankcard;

/** What the IIN of a card shows: the bank that issued the card, and the type of the card. */
public record Issuer(Bank bank, CardType type) {}
