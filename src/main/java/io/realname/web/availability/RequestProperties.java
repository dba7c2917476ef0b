package io.realname.web.availability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many requests a node works on, {@code realname.requests.*}.
 *
 * @param places how many requests of clients a node works on at once; those that wait for their application
 *     ({@code ?wait=}) and those with files do not count. Fewer than the pool has connections, as jobs need some too; 0 stands for three for
 *     each processor
 * @param waiting how many requests wait for a place at once; another one gets 503 with Retry-After immediately. 0 stands for
 *     two for each processor
 * @param patience how long a request waits for a place before it gets 503 with Retry-After; 0 does not wait
 */
@ConfigurationProperties("realname.requests")
record RequestProperties(
        @DefaultValue("0") int places,
        @DefaultValue("0") int waiting,
        @DefaultValue("2s") Duration patience) {

    RequestProperties {
        if (places < 0 || waiting < 0) {
            throw new IllegalArgumentException("realname.requests.places and waiting: not negative");
        }
        int processors = Runtime.getRuntime().availableProcessors();
        if (places == 0) {
            places = 3 * processors;
        }
        if (waiting == 0) {
            waiting = 2 * processors;
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("realname.requests.patience: not negative");
        }
    }
}
