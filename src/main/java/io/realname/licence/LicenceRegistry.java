package io.realname.licence;

import io.realname.calls.ProviderAnswer;

/**
 * Port to the register of licences (企业四要素): do a credit code, a name and a legal person belong together, and is the
 * enterprise in business? One call is one request over the network and is billed; an implementation never sends a
 * request twice. The register's data may be a week old.
 */
public interface LicenceRegistry {

    /** Sends one request. Never throws because of the provider or the network; see {@link ProviderAnswer}. */
    ProviderAnswer<LicenceDecision> ask(LicenceQuestion question);
}
