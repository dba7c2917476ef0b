package io.realname.process;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When a job that has found a limit of calls reached is run again. Jobs of one step come one after the other, at most twenty
 * a second in this node: if hundreds asked every few seconds whether it is their turn, that would take most of the
 * processors from the people who come. But none of them waits for longer than half a minute, so that all go on soon when the
 * provider is well again.
 */
public final class Turns {

    static final Duration SOONEST = Duration.ofSeconds(2);
    static final Duration LATEST = Duration.ofSeconds(30);
    static final Duration APART = Duration.ofMillis(50);

    /** The last turn that was given, by step. */
    private final Map<String, Instant> given = new HashMap<>();

    /** @return between {@link #SOONEST} and {@link #LATEST} after now */
    public synchronized Instant next(String step, Instant now) {
        Instant soonest = now.plus(SOONEST);
        Instant latest = now.plus(LATEST);
        Instant last = given.get(step);
        Instant next = last == null || last.plus(APART).isBefore(soonest) ? soonest : last.plus(APART);
        if (next.isAfter(latest)) {
            // More jobs wait than can come one after the other in that time.
            return soonest.plusMillis(
                    ThreadLocalRandom.current().nextLong(LATEST.minus(SOONEST).toMillis()));
        }
        given.put(step, next);
        return next;
    }
}
