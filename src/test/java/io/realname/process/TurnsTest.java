package io.realname.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often jobs ask whether it is their turn at a provider. */
class TurnsTest {

    private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
    private static final String BANK = "CheckBankCard";

    private final Turns turns = new Turns();

    @Test
    void aFewComeAgainSoon() {
        List<Instant> all = next(20);

        assertThat(all).isSorted().doesNotHaveDuplicates();
        assertThat(all.get(0)).isEqualTo(NOW.plus(Turns.SOONEST));
        assertThat(all.get(19)).isBefore(NOW.plusSeconds(4));
    }

    @Test
    void manyTakeTurns() {
        List<Instant> all = next(500);

        for (int second = 0; second < 60; second++) {
            Instant from = NOW.plusSeconds(second);
            assertThat(all.stream().filter(one -> !one.isBefore(from) && one.isBefore(from.plusSeconds(1))))
                    .as("second %d", second)
                    .hasSizeLessThanOrEqualTo(20);
        }
    }

    @Test
    void nobodyWaitsLong() {
        assertThat(next(5_000))
                .allSatisfy(one -> assertThat(one).isBetween(NOW.plus(Turns.SOONEST), NOW.plus(Turns.LATEST)));
    }

    @Test
    void whoComesLaterDoesNotWaitForThoseBefore() {
        next(5_000);

        Instant later = NOW.plus(Duration.ofMinutes(1));

        assertThat(turns.next(BANK, later)).isEqualTo(later.plus(Turns.SOONEST));
    }

    /** Tests, and nodes whose clock was put right. */
    @Test
    void aClockMayGoBack() {
        turns.next(BANK, NOW.plus(Duration.ofDays(1)));

        assertThat(next(1).get(0)).isBetween(NOW.plus(Turns.SOONEST), NOW.plus(Turns.LATEST));
    }

    @Test
    void anotherStepHasItsOwn() {
        next(400);

        assertThat(turns.next("SendMobileCode", NOW)).isEqualTo(NOW.plus(Turns.SOONEST));
    }

    private List<Instant> next(int jobs) {
        return IntStream.range(0, jobs).mapToObj(n -> turns.next(BANK, NOW)).toList();
    }
}
