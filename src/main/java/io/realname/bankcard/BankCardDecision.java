package io.realname.bankcard;

import org.jspecify.annotations.Nullable;

/**
 * The result of one check by the card's issuer. It contains no personal data.
 *
 * @param resultCode the provider's code; absent if our own limit decided and the bank was not asked
 * @param requestId the id by which the provider finds the call again; absent in the same case
 */
public record BankCardDecision(
        BankCardResult result,
        @Nullable String resultCode,
        @Nullable String requestId) {}
