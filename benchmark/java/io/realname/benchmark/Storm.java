package io.realname.benchmark;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** What people saw who came at a fixed rate, whether or not the system could serve them. */
final class Storm {

    private static final long LONGEST = 60_000_000_000L;

    private final String name;
    private final AtomicLong came = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong comeBack = new AtomicLong();
    private final AtomicLong faults = new AtomicLong();
    private final Histogram starts = new ConcurrentHistogram(LONGEST, 3);
    private final Map<String, AtomicLong> ends = new ConcurrentHashMap<>();

    Storm(String name) {
        this.name = name;
    }

    void came() {
        came.incrementAndGet();
    }

    /** @return whether the application is not accepted */
    boolean isRefused(HttpResponse<String> response) {
        if (response.statusCode() < 300) {
            return false;
        }
        if (saysWhen(response)) {
            refused.incrementAndGet();
        } else {
            fault(response.statusCode() + " " + response.body());
        }
        return true;
    }

    boolean isToldToComeBack(HttpResponse<String> response) {
        if (saysWhen(response)) {
            comeBack.incrementAndGet();
            return true;
        }
        if (response.statusCode() >= 300) {
            fault(response.statusCode() + " " + response.body());
        }
        return false;
    }

    private static boolean saysWhen(HttpResponse<String> response) {
        return (response.statusCode() == 429 || response.statusCode() == 503)
                && response.headers().firstValue("Retry-After").isPresent();
    }

    void fault(String what) {
        faults.incrementAndGet();
        System.out.println(name + ": " + what);
    }

    void accepted(long nanos) {
        starts.recordValue(Math.min(nanos, LONGEST));
    }

    void ended(String how) {
        ends.computeIfAbsent(how, key -> new AtomicLong()).incrementAndGet();
    }

    long accepted() {
        return starts.getTotalCount();
    }

    String name() {
        return name;
    }

    double p99() {
        return starts.getValueAtPercentile(99) / 1e6;
    }

    /** How many accepted applications nobody knows the end of. */
    long lost() {
        return accepted() - ends.values().stream().mapToLong(AtomicLong::get).sum();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-28s came %5d, accepted %5d, refused with Retry-After %5d, asked to come back later %4d, other errors %d, "
                        + "start p50 %.0f ms, p99 %.0f ms, ends %s",
                name,
                came.get(),
                accepted(),
                refused.get(),
                comeBack.get(),
                faults.get(),
                starts.getValueAtPercentile(50) / 1e6,
                p99(),
                new TreeMap<>(ends));
    }
}
