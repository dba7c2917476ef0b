package io.realname.figures;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The metrics that are read from the database.
 *
 * @param every how old these metrics may become: each node reads them again after this time; 1 s to 5 min
 */
@ConfigurationProperties("realname.figures")
public record FigureProperties(@DefaultValue("15s") Duration every) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    public FigureProperties {
        if (every.compareTo(SHORTEST) < 0 || every.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("realname.figures.every: 1s to 5m");
        }
    }
}
