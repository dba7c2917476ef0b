package io.realname.sandbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the received requests by action, failed requests included. */
public final class Calls {

    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();

    Calls() {}

    public void count(String action) {
        counts.computeIfAbsent(action, key -> new AtomicInteger()).incrementAndGet();
    }

    public int of(String action) {
        AtomicInteger count = counts.get(action);
        return count == null ? 0 : count.get();
    }

    public int total() {
        return counts.values().stream().mapToInt(AtomicInteger::get).sum();
    }

    void reset() {
        counts.clear();
    }
}
