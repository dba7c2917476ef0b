package io.realname.bankcard;

import org.jspecify.annotations.Nullable;

/**
 * What became of a question to a card's issuer. Nothing here is personal.
 *
 * @param resultCode the provider's; absent where our own limit decided, and the bank was not asked
 * @param requestId the provider's, by which it finds the call again; absent likewise
 */
public record BankCardDecision(
        BankCardResult result,
        @Nullable String resultCode,
        @Nullable String requestId) {}
