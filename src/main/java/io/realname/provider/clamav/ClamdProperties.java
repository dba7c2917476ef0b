package io.realname.provider.clamav;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the {@code clamd} is, {@code realname.evidence.clamd.*}. Its protocol has neither encryption nor a login: it
 * belongs on this machine or in a network that nobody else hears.
 *
 * @param host the name or address of the {@code clamd}, on this machine or in a network of your own
 * @param port its TCP port ({@code TCPSocket} in {@code clamd.conf}), 1 to 65535
 * @param connectTimeout how long until the connection stands, at least 1 ms
 * @param readTimeout how long until the file is sent, and how long the verdict is awaited in silence; at least 1 ms
 */
@ConfigurationProperties("realname.evidence.clamd")
public record ClamdProperties(
        @Nullable String host,
        @DefaultValue("3310") int port,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("20s") Duration readTimeout) {

    public ClamdProperties {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("realname.evidence.clamd.port: 1 to 65535");
        }
        requirePositive("connect-timeout", connectTimeout);
        requirePositive("read-timeout", readTimeout);
    }

    private static void requirePositive(String name, Duration timeout) {
        // Zero would mean "no limit" to a socket.
        if (timeout.toMillis() <= 0) {
            throw new IllegalArgumentException("realname.evidence.clamd." + name + ": at least 1 ms");
        }
    }
}
