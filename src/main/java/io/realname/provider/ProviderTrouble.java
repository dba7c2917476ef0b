package io.realname.provider;

import java.util.function.Predicate;

/**
 * What the circuit breakers count as a failure. Public, with a public constructor, because {@code resilience.yaml} names
 * it.
 */
public final class ProviderTrouble implements Predicate<Object> {

    @Override
    public boolean test(Object reply) {
        return reply instanceof ProviderReply known && known.isTrouble();
    }
}
