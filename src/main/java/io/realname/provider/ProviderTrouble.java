package io.realname.provider;

import java.util.function.Predicate;

/**
 * The results that circuit breakers count as failures. The class and its constructor are public, because
 * {@code resilience.yaml} names the class.
 */
public final class ProviderTrouble implements Predicate<Object> {

    @Override
    public boolean test(Object reply) {
        return reply instanceof ProviderReply known && known.isTrouble();
    }
}
