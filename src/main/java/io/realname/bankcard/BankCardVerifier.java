package io.realname.bankcard;

import io.realname.calls.ProviderAnswer;

/**
 * Port to whoever can ask a card's issuer (四要素). One call is one request over the wire and is billed; there is no
 * request id of ours and no way to look up a past call, so an implementation never sends a second time.
 */
public interface BankCardVerifier {

    /** Asks once. Never throws for what a provider or the network may do; see {@link ProviderAnswer}. */
    ProviderAnswer<BankCardDecision> verify(BankCardQuestion question);
}
