package io.realname.provider;

import java.util.Optional;

/**
 * Requires that {@code resilience.yaml} configures an instance. An unconfigured circuit breaker would run with defaults
 * and never open.
 */
public final class ConfiguredLimits {

    private ConfiguredLimits() {}

    /** @throws IllegalStateException if the instance isn't configured */
    public static <T> T required(String kind, String name, Optional<T> instance) {
        return instance.orElseThrow(() -> new IllegalStateException("resilience4j." + kind + ".instances." + name
                + " is not configured: import classpath:resilience.yaml"));
    }
}
