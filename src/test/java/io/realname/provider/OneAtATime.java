package io.realname.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.realname.calls.ProviderAnswer;
import io.realname.sandbox.Pause;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** A provider that may be asked one question at a time. */
public final class OneAtATime {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private OneAtATime() {}

    public static Bulkhead bulkhead() {
        return Bulkhead.of(
                "test",
                BulkheadConfig.custom()
                        .maxConcurrentCalls(1)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /**
     * Asks while the provider still thinks about the same question: the second is not let through.
     *
     * @param thinks how long: to the end of this method
     * @return the answer to the first
     */
    public static <T> ProviderAnswer<T> asks(Supplier<ProviderAnswer<T>> call, Pause thinks)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<ProviderAnswer<T>> first = CompletableFuture.supplyAsync(call);
        thinks.awaitReceived(PATIENCE);

        assertThat(call.get()).isEqualTo(new ProviderAnswer.NotProcessed<>("too many calls at a time"));

        thinks.release();
        return first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
