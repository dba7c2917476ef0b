package io.realname.bankcard;

/** What a card's IIN tells of it: which bank issued it, and what kind of card it is. */
public record Issuer(Bank bank, CardType type) {}
