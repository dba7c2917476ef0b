package io.realname.process.deployment;

import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Knows whether the present thread deploys by {@link Deployments}, which has checked and records who changes what. */
@Component
class ThroughTheDoor {

    private final ThreadLocal<Boolean> passes = ThreadLocal.withInitial(() -> false);

    <T> T pass(Supplier<T> work) {
        passes.set(true);
        try {
            return work.get();
        } finally {
            passes.remove();
        }
    }

    boolean isPassed() {
        return passes.get();
    }
}
