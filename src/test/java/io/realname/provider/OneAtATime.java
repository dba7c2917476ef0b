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

/** Tests that a provider is asked one question at a time. */
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
     * Asks the same question twice. The second one is not sent while the first one has no answer.
     *
     * @param thinks holds the first answer until this method releases it
     * @return the answer to the first question
     */
    public static <T> ProviderAnswer<T> asks(Supplier<ProviderAnswer<T>> call, Pause thinks)
            throws InterruptedException, ExecutionException, TimeoutException {
        CompletableFuture<ProviderAnswer<T>> first = CompletableFuture.supplyAsync(call);
        thinks.awaitReceived(PATIENCE);

        assertThat(call.get()).isEqualTo(new ProviderAnswer.OurLimit<>("too many calls at a time"));

        thinks.release();
        return first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
