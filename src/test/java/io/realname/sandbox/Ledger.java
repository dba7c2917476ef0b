package io.realname.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The calls that a provider would put on the bill, oldest first: bank results marked as billed, accepted SMS, findings
 * of the register, payments.
 */
public final class Ledger {

    /** One billed call. */
    public record Entry(String requestId, String action, Instant at) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();
    private final Clock clock;

    Ledger(Clock clock) {
        this.clock = clock;
    }

    public void bill(String requestId, String action) {
        entries.add(new Entry(requestId, action, clock.instant()));
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The entries of one action, for example {@code BankCard4EVerification}. */
    public List<Entry> entries(String action) {
        return entries.stream().filter(entry -> entry.action().equals(action)).toList();
    }

    void reset() {
        entries.clear();
    }
}
