package io.realname.figures;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.realname.application.ApplicationEvent.Ended;
import io.realname.application.ApplicationEvent.Started;
import io.realname.application.ApplicationKind;
import io.realname.application.OutcomeCode;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Counts the applications that this node started and ended, and writes one line for each into the log. Only what was
 * committed counts. The counters cost no statement; a Prometheus query takes their {@code sum} over the nodes.
 */
@Component
class ApplicationMeters {

    private static final Logger LOG = LoggerFactory.getLogger(ApplicationMeters.class);

    /** A bank decides in seconds, an applicant types a code in minutes, people decide in days. */
    private static final Duration[] BOUNDS = {
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(30),
        Duration.ofHours(2),
        Duration.ofHours(8),
        Duration.ofDays(1),
        Duration.ofDays(2),
        Duration.ofDays(4),
        Duration.ofDays(7),
        Duration.ofDays(14),
        Duration.ofDays(30)
    };

    private final MeterRegistry meters;

    ApplicationMeters(MeterRegistry meters) {
        this.meters = meters;
        // Shown as 0 from the start; otherwise the first one of a kind would not count as an increase.
        for (ApplicationKind kind : ApplicationKind.values()) {
            starts(kind);
            durations(kind);
        }
    }

    @TransactionalEventListener
    void started(Started event) {
        starts(event.kind()).increment();
        LOG.info("Application {} has started: {}", event.application(), event.kind());
    }

    @TransactionalEventListener
    void ended(Ended event) {
        ends(event.kind(), event.outcome()).increment();
        durations(event.kind()).record(event.after());
        LOG.info("Application {} has ended: {}, {}", event.application(), event.kind(), event.outcome());
    }

    private Counter starts(ApplicationKind kind) {
        return Counter.builder("realname.applications.started")
                .description("Applications that this node has started")
                .tag("kind", kind.name())
                .register(meters);
    }

    private Counter ends(ApplicationKind kind, OutcomeCode outcome) {
        return Counter.builder("realname.applications.ended")
                .description("Applications that this node has ended")
                .tags("kind", kind.name(), "outcome", outcome.name())
                .register(meters);
    }

    private Timer durations(ApplicationKind kind) {
        return Timer.builder("realname.applications.duration")
                .description("From the start of an application to its outcome")
                .tag("kind", kind.name())
                .serviceLevelObjectives(BOUNDS)
                .register(meters);
    }
}
