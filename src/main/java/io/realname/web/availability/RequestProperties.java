package io.realname.web.availability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a node works on, {@code realname.requests.*}.
 *
 * @param places how many requests of clients a node works on at once, at least 1; those that wait for their application
 *     ({@code ?wait=}) and those with files do not count. Fewer than the pool has connections, as jobs need some too
 * @param patience how long a request waits for a place before it gets 503 with Retry-After; 0 does not wait
 */
@ConfigurationProperties("realname.requests")
record RequestProperties(
        @DefaultValue("12") int places,
        @DefaultValue("250ms") Duration patience) {

    RequestProperties {
        if (places < 1) {
            throw new IllegalArgumentException("realname.requests.places: at least 1");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("realname.requests.patience: not negative");
        }
    }
}
