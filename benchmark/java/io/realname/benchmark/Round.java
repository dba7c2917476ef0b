package io.realname.benchmark;

import io.realname.benchmark.Load.Seen;
import io.realname.benchmark.Visit.Step;
import java.util.Locale;

/**
 * What one system did in one round.
 *
 * @param used by one verification
 * @param others how many cores other programs used meanwhile; with more than a tenth of one, the round says little
 */
public record Round(String system, int number, Seen seen, Counters used, double others) {

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-12s round %d: %6.1f/s  %5.1f statements  %4.1f commits  %5.1f KB WAL  CPU %4.1f + %4.1f ms  start p50 %.0f p99 %.0f ms  outcome p50 %.0f ms  others %.1f cores",
                system,
                number,
                seen.perSecond(),
                used.statements(),
                used.commits(),
                used.wal() / 1000,
                used.jvm(),
                used.postgres(),
                seen.milliseconds(Step.START, 50),
                seen.milliseconds(Step.START, 99),
                seen.milliseconds(Step.OUTCOME, 50),
                others);
    }
}
