package io.realname.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Compares this node's clock with the database's, which all nodes share. The engine reads due dates and locks by the node's
 * clock: two hours ahead, it would let applications expire two hours early, and take jobs that another node is running. So a
 * node whose clock is off takes neither jobs nor requests, until the clock is right again.
 *
 * <p>The database is asked every 15 s. In between, its time is that of the last answer plus what the node's monotonic clock
 * has counted since. So a node notices at once if its own clock is set to another time.
 */
@Component
public class NodeClock {

    /**
     * How far the clocks may be apart. A job's lock lasts 60 s, and a job runs for at most 20 s. A node that is ahead by more
     * than the difference would take it too early; the rest is for what a measurement may be wrong.
     */
    public static final Duration TOLERANCE = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(NodeClock.class);

    /** A measurement is wrong by half the time that the answer took, at most. A slower one says too little. */
    private static final Duration SLOWEST = Duration.ofSeconds(2);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private volatile @Nullable Measured last;
    private volatile boolean told;

    @Autowired
    NodeClock(JdbcClient jdbc, MeterRegistry meters) {
        this(jdbc, meters, Clock.systemUTC(), System::nanoTime);
    }

    NodeClock(JdbcClient jdbc, MeterRegistry meters, Clock clock, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.nanoTime = nanoTime;
        Gauge.builder("realname.clock.offset", this, node -> node.offset().toMillis() / 1000.0)
                .description("How far this node's clock is ahead of the database's; negative if it is behind")
                .baseUnit("seconds")
                .register(meters);
    }

    /** Whether this node's clock is further from the database's than {@link #TOLERANCE}. Asks nobody. */
    public boolean isOff() {
        Duration offset = offset();
        boolean off = offset.abs().compareTo(TOLERANCE) > 0;
        if (off != told) {
            told = off;
            if (off) {
                LOG.error(
                        "This node's clock is {} s {} the database's: it takes no requests and no jobs until both agree",
                        offset.abs().toSeconds(),
                        offset.isNegative() ? "behind" : "ahead of");
            } else {
                LOG.info("This node's clock agrees with the database's again");
            }
        }
        return off;
    }

    /** How far this node's clock is ahead of the database's; zero as long as the database was not asked. */
    public Duration offset() {
        Measured measured = last;
        return measured == null ? Duration.ZERO : Duration.between(measured.at(nanoTime.getAsLong()), clock.instant());
    }

    /** Asks the database: first before the node takes its first job. Without an answer, the last one counts. */
    @PostConstruct
    @Scheduled(fixedDelay = 15_000)
    public void measure() {
        long asked = nanoTime.getAsLong();
        Instant answer;
        try {
            answer = jdbc.sql("select clock_timestamp()")
                    .query(OffsetDateTime.class)
                    .single()
                    .toInstant();
        } catch (DataAccessException | TransactionException e) {
            return; // its absence is noticed elsewhere
        }
        long took = nanoTime.getAsLong() - asked;
        if (took <= SLOWEST.toNanos() || last == null) {
            last = new Measured(answer, asked + took / 2);
        }
        isOff();
    }

    /** @param nanoTime of this node's monotonic clock, when the database's clock showed the time */
    private record Measured(Instant database, long nanoTime) {

        private Instant at(long now) {
            return database.plusNanos(now - nanoTime);
        }
    }
}
