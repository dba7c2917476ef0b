package io.realname.process;

import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

/** Two do something at the same moment. */
public final class AtOnce {

    private AtOnce() {}

    /** What they failed with; empty if neither did. */
    public static List<Throwable> failures(Runnable one, Runnable other) {
        CyclicBarrier together = new CyclicBarrier(2);
        return Stream.of(one, other)
                .map(work -> CompletableFuture.supplyAsync(() -> attempt(together, work)))
                .toList()
                .stream()
                .flatMap(failure -> failure.join().stream())
                .toList();
    }

    private static List<Throwable> attempt(CyclicBarrier together, Runnable work) {
        Throwable failure = catchThrowable(() -> {
            together.await();
            work.run();
        });
        return failure == null ? List.of() : List.of(failure);
    }
}
