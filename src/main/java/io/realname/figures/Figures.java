package io.realname.figures;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Reads the {@link FigureFamily figures} again and again, and keeps them as gauges. A scrape only reads the gauges: it
 * costs no query, however many Prometheus servers scrape, and it is answered at once when the database is not.
 *
 * <p>A number that was there before and is missing now is 0. If a family cannot be read, its numbers are unknown (NaN)
 * until it can, and {@code realname_figures_read_timestamp_seconds} stands still.
 */
@Component
public class Figures implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);

    private final List<FigureFamily> families;
    private final MeterRegistry meters;
    private final Duration every;
    private final Map<FigureFamily, Kept> kept = new HashMap<>();

    Figures(List<FigureFamily> families, MeterRegistry meters, FigureProperties properties) {
        this.families = List.copyOf(families);
        this.meters = meters;
        this.every = properties.every();
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::readAgain, every, Duration.ZERO));
    }

    /** Reads all families now. Each one on its own: where one fails, the others still tell. */
    public synchronized void readAgain() {
        for (FigureFamily family : families) {
            Kept figures = kept.computeIfAbsent(family, Kept::new);
            try {
                figures.show(family.read());
            } catch (RuntimeException e) {
                figures.fail(e);
            }
        }
    }

    /** The gauges of one family. */
    private final class Kept {

        private final String name;
        private final Map<Key, Double> values = new ConcurrentHashMap<>();
        private volatile boolean known = true;
        private volatile double readAt = Double.NaN;

        private Kept(FigureFamily family) {
            this.name = family.name();
            Gauge.builder("realname.figures.read.timestamp", this, figures -> figures.readAt)
                    .description("When this node last read these metrics from the database")
                    .baseUnit("seconds")
                    .tag("family", name)
                    .register(meters);
        }

        private void show(List<Figure> figures) {
            Map<Key, Double> now = new HashMap<>();
            figures.forEach(figure -> now.put(new Key(figure.meter(), figure.tags()), figure.value()));
            values.replaceAll((key, before) -> now.getOrDefault(key, 0.0));
            now.forEach((key, value) -> {
                if (values.put(key, value) == null) {
                    register(key);
                }
            });
            known = true;
            readAt = Instant.now().toEpochMilli() / 1000.0;
        }

        private void register(Key key) {
            Gauge.builder(key.meter().name(), this, figures -> figures.value(key))
                    .description(key.meter().description())
                    .baseUnit(key.meter().unit())
                    .tags(key.tags())
                    .register(meters);
        }

        private double value(Key key) {
            return known ? values.getOrDefault(key, 0.0) : Double.NaN;
        }

        /** The message of the exception may quote a row, so only its class is logged; and an outage only once. */
        private void fail(RuntimeException e) {
            if (known) {
                LOG.warn(
                        "The metrics of {} cannot be read: {}",
                        name,
                        e.getClass().getName());
                LOG.debug("The metrics of {} cannot be read", name, e);
            }
            known = false;
        }
    }

    private record Key(FigureMeter meter, Tags tags) {}
}
