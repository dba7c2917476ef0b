package io.realname.provider.tencent;

import java.util.function.Predicate;

/**
 * What the circuit breakers count as a failure: no answer, no usable answer, an internal error. A result of any kind, a
 * refusal of ours or a limit reached says that the provider is up. Public, with a public constructor, because
 * {@code resilience.yaml} names it.
 */
public final class ProviderTrouble implements Predicate<Object> {

    @Override
    public boolean test(Object reply) {
        return reply instanceof TencentReply.NotProcessed
                || reply instanceof TencentReply.Lost
                || (reply instanceof TencentReply.Refused refused
                        && refused.errorCode().startsWith("InternalError"));
    }
}
