package io.realname.web.availability;

import io.realname.database.NodeClock;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** The part {@code clock} of the readiness: a node whose clock is off wants no requests. */
@Component
class ClockHealthIndicator implements HealthIndicator {

    private final NodeClock clock;

    ClockHealthIndicator(NodeClock clock) {
        this.clock = clock;
    }

    @Override
    public Health health() {
        return clock.isOff()
                ? Health.outOfService()
                        .withDetail("secondsAhead", clock.offset().toSeconds())
                        .build()
                : Health.up().build();
    }
}
