package io.realname.provider;

/** What came of one call to a provider. */
public interface ProviderReply {

    /**
     * Whether the provider is in trouble: no answer, no usable answer, an internal error. A result of any kind, a refusal of
     * ours or a limit reached says that it is up.
     */
    boolean isTrouble();
}
