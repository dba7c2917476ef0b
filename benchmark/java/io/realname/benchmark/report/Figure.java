package io.realname.benchmark.report;

import io.realname.benchmark.Round;
import io.realname.benchmark.Visit.Step;
import java.util.function.ToDoubleFunction;

/** What is measured in each round. */
enum Figure {
    VERIFIED("Verified a second", round -> round.seen().perSecond()),
    STATEMENTS("Statements", round -> round.used().statements()),
    COMMITS("Transactions, also those that only read", round -> round.used().commits()),
    WAL("WAL, KB", round -> round.used().wal() / 1000),
    CPU(
            "CPU of JVM and PostgreSQL, ms",
            round -> round.used().jvm() + round.used().postgres()),
    JVM("CPU of the JVM, ms", round -> round.used().jvm()),
    POSTGRES("CPU of PostgreSQL, ms", round -> round.used().postgres()),
    START_P50("Start, p50, ms", round -> round.seen().milliseconds(Step.START, 50)),
    START_P99("Start, p99, ms", round -> round.seen().milliseconds(Step.START, 99)),
    OUTCOME_P50("Code typed to outcome, p50, ms", round -> round.seen().milliseconds(Step.OUTCOME, 50)),
    OUTCOME_P99("Code typed to outcome, p99, ms", round -> round.seen().milliseconds(Step.OUTCOME, 99)),
    OTHERS("Cores that other programs used meanwhile", Round::others);

    final String words;
    private final ToDoubleFunction<Round> of;

    Figure(String words, ToDoubleFunction<Round> of) {
        this.words = words;
        this.of = of;
    }

    double of(Round round) {
        return of.applyAsDouble(round);
    }
}
