package io.realname.bankcard;

import io.realname.calls.ProviderAnswer;

/**
 * Port to the provider that asks a card's issuer (四要素). One call is one request over the network and is billed. We
 * cannot send a request id of our own or look up a past call, so an implementation never sends a request twice.
 */
public interface BankCardVerifier {

    /** Sends one request. Never throws because of the provider or the network; see {@link ProviderAnswer}. */
    ProviderAnswer<BankCardDecision> verify(BankCardQuestion question);
}
