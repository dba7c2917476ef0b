package io.realname.provider.jdcloud;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How JD Cloud is reached, {@code realname.jdcloud.*}. What has no default is {@code null} until it is set, and a blank
 * value counts as not set; {@link #missing()} names it.
 *
 * @param accessKey the id of the access key, which may use cloudauth
 * @param secretKey the secret of the access key
 * @param endpoint scheme, host and, if need be, port of cloudauth; {@code http://} is taken for this machine only
 * @param timeouts the limits of one call
 * @throws IllegalArgumentException if a value can't be right; the message never holds a secret
 */
@ConfigurationProperties("realname.jdcloud")
public record JdCloudProperties(
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("https://cloudauth.jdcloud-api.com") String endpoint,
        @DefaultValue Timeouts timeouts) {

    private static final String PREFIX = "realname.jdcloud.";
    private static final Pattern ENDPOINT = Pattern.compile("https?://[A-Za-z0-9.-]+(:\\d{1,5})?");
    private static final Pattern SAFE = Pattern.compile("https://.*|http://(localhost|127\\.0\\.0\\.1)(:\\d{1,5})?");

    public JdCloudProperties {
        accessKey = blankToNull(accessKey);
        secretKey = blankToNull(secretKey);
        if (!ENDPOINT.matcher(endpoint).matches()) {
            throw new IllegalArgumentException(PREFIX + "endpoint must be https://host, or https://host:port");
        }
        if (!SAFE.matcher(endpoint).matches()) {
            throw new IllegalArgumentException(
                    PREFIX + "endpoint must be on this machine when it is http://: personal data is sent");
        }
    }

    /** The full names of required settings without a value, in a fixed order; empty if all have one. */
    public List<String> missing() {
        return Stream.of(accessKey == null ? PREFIX + "access-key" : "", secretKey == null ? PREFIX + "secret-key" : "")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** Shows the address but not the access key. */
    @Override
    public String toString() {
        return "JdCloudProperties[endpoint=%s, timeouts=%s]".formatted(endpoint, timeouts);
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }

    /**
     * The limits of one call.
     *
     * @param connect how long until the connection stands, at least 1 ms
     * @param call how long one call may take as a whole, 1 ms to 20 s: the job that calls must end well within its lock
     */
    public record Timeouts(
            @DefaultValue("2s") Duration connect,
            @DefaultValue("10s") Duration call) {

        private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

        public Timeouts {
            requirePositive("connect", connect);
            requirePositive("call", call);
            if (call.compareTo(LONGEST_CALL) > 0) {
                throw new IllegalArgumentException(PREFIX + "timeouts.call must be 20 s at most");
            }
        }

        private static void requirePositive(String name, Duration timeout) {
            if (timeout.toMillis() <= 0) {
                throw new IllegalArgumentException(PREFIX + "timeouts." + name + " must be 1 ms at least");
            }
        }
    }
}
