package io.realname.bankcard;

public record Issuer(Bank bank, CardType type) {}
