package io.realname.benchmark;

import io.realname.app.Applicant;
import io.realname.benchmark.Visit.Step;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Some clients, each of which lets one person after the other verify herself. */
public final class Load {

    private static final long LONGEST = Duration.ofMinutes(1).toNanos();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String sandbox;
    private final String secret;
    private final AtomicInteger nextPerson;

    /** @param firstPerson nobody is verified twice: the limits would stop her */
    Load(String sandbox, String secret, int firstPerson) {
        this.sandbox = sandbox;
        this.secret = secret;
        this.nextPerson = new AtomicInteger(firstPerson);
    }

    /**
     * What the clients saw.
     *
     * @param latencies how long each step took, in nanoseconds
     */
    public record Seen(long verified, Duration time, Map<Step, Histogram> latencies) {

        public double perSecond() {
            return verified / (time.toNanos() / 1e9);
        }

        public Histogram of(Step step) {
            return Objects.requireNonNull(latencies.get(step));
        }

        public double milliseconds(Step step, double percentile) {
            return of(step).getValueAtPercentile(percentile) / 1e6;
        }
    }

    /** @throws IllegalStateException if anybody is not verified */
    Seen run(String system, int clients, Duration time) throws InterruptedException {
        return run(List.of(system), clients, time);
    }

    /**
     * As {@link #run(String, int, Duration)}, at several nodes.
     *
     * @param nodes each client stays at one of them, and each has as many
     */
    Seen run(List<String> nodes, int clients, Duration time) throws InterruptedException {
        Map<Step, Histogram> latencies = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            latencies.put(step, new ConcurrentHistogram(LONGEST, 3));
        }
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                Visit visit = new Visit(
                        new Mall(http, nodes.get(i % nodes.size()), sandbox, secret),
                        (step, nanos) ->
                                Objects.requireNonNull(latencies.get(step)).recordValue(Math.min(nanos, LONGEST)));
                running.add(threads.submit(() -> {
                    int verified = 0;
                    while (System.nanoTime() < end) {
                        visit.of(Applicant.number(nextPerson.getAndIncrement()));
                        verified++;
                    }
                    return verified;
                }));
            }
            long verified = 0;
            for (Future<Integer> one : running) {
                verified += one.get();
            }
            return new Seen(verified, Duration.ofNanos(System.nanoTime() - begin), latencies);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The load failed at " + nodes, e);
        } finally {
            threads.shutdownNow();
        }
    }
}
