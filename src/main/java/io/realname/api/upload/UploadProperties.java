package io.realname.api.upload;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken at once, {@code realname.uploads.*}.
 *
 * @param places how many requests with files are held at once, at least 1; each up to 51 MB as it arrives, and once
 *     more while it is examined, all of it in the heap; eight need more than the 1.5 GB of the image
 * @param patience how long a request waits for a place before it gets 503; 0 does not wait
 * @param time how long a request with files may take to arrive, at least 1 s: whoever sends too slowly gives up the
 *     place
 */
@ConfigurationProperties("realname.uploads")
public record UploadProperties(
        @DefaultValue("4") int places,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("2m") Duration time) {

    public UploadProperties {
        if (places < 1) {
            throw new IllegalArgumentException("realname.uploads.places: at least 1");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("realname.uploads.patience: not negative");
        }
        if (time.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("realname.uploads.time: at least 1s");
        }
    }
}
