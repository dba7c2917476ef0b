package io.realname.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs work in several threads at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** @return the exceptions of the two; empty if neither failed */
    public static List<Throwable> failures(Runnable one, Runnable other) {
        List<Runnable> both = List.of(one, other);
        return times(
                        both.size(),
                        i -> Optional.ofNullable(
                                catchThrowable(() -> both.get(i).run())))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** @return the result of each, in order */
    public static <T> List<T> times(int n, IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(n);
        try {
            CyclicBarrier start = new CyclicBarrier(n);
            List<Callable<T>> runners = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                int number = i;
                runners.add(() -> {
                    start.await(30, TimeUnit.SECONDS);
                    return work.apply(number);
                });
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(runners, 2, TimeUnit.MINUTES)) {
                assertThat(future.isCancelled()).as("took over 2 minutes").isFalse();
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
