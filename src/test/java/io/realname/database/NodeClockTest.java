package io.realname.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.realname.dev.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a node knows of its clock, with a real database's clock beside it. */
class NodeClockTest {

    private static final Duration PRECISELY = Duration.ofSeconds(5);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private final AtomicReference<Duration> set = new AtomicReference<>(Duration.ZERO);
    private final AtomicLong monotonicAhead = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final NodeClock node = new NodeClock(
            JdbcClient.create(source(TestDatabase.fresh())),
            meters,
            new Wall(),
            () -> System.nanoTime() + monotonicAhead.get());

    @Test
    void sameClocksAgree() {
        node.measure();

        assertThat(node.offset().abs()).isLessThan(PRECISELY);
        assertThat(node.isOff()).isFalse();
    }

    @Test
    void beforeTheFirstAnswerNothingIsOff() {
        set.set(TWO_HOURS);

        assertThat(node.offset()).isZero();
        assertThat(node.isOff()).isFalse();
    }

    @Test
    void aClockAheadOrBehindIsOff() {
        set.set(TWO_HOURS);
        node.measure();
        assertThat(node.isOff()).isTrue();
        assertThat(node.offset().minus(TWO_HOURS).abs()).isLessThan(PRECISELY);
        assertThat(meters.get("realname.clock.offset").gauge().value()).isBetween(7195.0, 7205.0);

        set.set(TWO_HOURS.negated());
        node.measure();
        assertThat(node.isOff()).isTrue();
        assertThat(node.offset().plus(TWO_HOURS).abs()).isLessThan(PRECISELY);
    }

    @Test
    void aClockThatIsSetIsNoticedWithoutAQuestion() {
        node.measure();

        set.set(NodeClock.TOLERANCE.plus(PRECISELY));
        assertThat(node.isOff()).isTrue();

        set.set(NodeClock.TOLERANCE.minus(PRECISELY));
        assertThat(node.isOff()).isFalse();
    }

    @Test
    void timeThatPassesOnBothClocksIsNoOffset() {
        node.measure();

        set.set(TWO_HOURS);
        monotonicAhead.set(TWO_HOURS.toNanos());

        assertThat(node.isOff()).isFalse();
    }

    @Test
    void anAnswerThatTookLongDoesNotReplaceABetterOne() {
        AtomicLong nanos = new AtomicLong();
        AtomicLong eachLookTakes = new AtomicLong();
        NodeClock slow = new NodeClock(
                JdbcClient.create(source(TestDatabase.fresh())),
                meters,
                new Wall(),
                () -> nanos.getAndAdd(eachLookTakes.get()));
        set.set(TWO_HOURS);
        slow.measure();

        set.set(Duration.ZERO);
        eachLookTakes.set(Duration.ofSeconds(3).toNanos());
        slow.measure();
        eachLookTakes.set(0);
        nanos.set(0);

        assertThat(slow.offset().abs()).as("as the first answer has it").isLessThan(PRECISELY);
        set.set(TWO_HOURS);
        assertThat(slow.offset().minus(TWO_HOURS).abs()).isLessThan(PRECISELY);
    }

    private final class Wall extends Clock {

        @Override
        public Instant instant() {
            return Instant.now().plus(set.get());
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static DriverManagerDataSource source(JdbcConnectionDetails database) {
        return new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }
}
