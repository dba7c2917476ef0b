package io.realname.provider;

/** The result of one call to a provider. */
public interface ProviderReply {

    /**
     * Whether the provider has a fault: no answer, no usable answer, an internal error. Every other result shows that
     * the provider is up, also a refused request or a reached limit.
     */
    boolean isTrouble();
}
