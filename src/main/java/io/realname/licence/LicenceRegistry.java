package io.realname.licence;

import io.realname.calls.ProviderAnswer;

/**
 * Port to the register of licences (企业四要素): do a credit code, a name and a legal person belong together, and is the
 * enterprise in business? One call is one request over the wire and is billed; an implementation never sends a second
 * time. What the register says may be a week old.
 */
public interface LicenceRegistry {

    /** Asks once. Never throws for what a provider or the network may do; see {@link ProviderAnswer}. */
    ProviderAnswer<LicenceDecision> ask(LicenceQuestion question);
}
