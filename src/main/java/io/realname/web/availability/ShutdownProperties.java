package io.realname.web.availability;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a node ends, {@code realname.shutdown.*}.
 *
 * @param drain how long a node that was told to end still accepts requests, while its readiness says that it wants none.
 *     Longer than a balancer needs to notice: the interval of its check, times the failures that it waits for. At most
 *     25 s; the image sets 5 s
 */
@ConfigurationProperties("realname.shutdown")
record ShutdownProperties(@DefaultValue("0s") Duration drain) {

    private static final Duration LONGEST = Duration.ofSeconds(25);

    ShutdownProperties {
        if (drain.isNegative() || drain.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("realname.shutdown.drain: 0 to 25 s");
        }
    }
}
