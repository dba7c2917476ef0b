package io.realname.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions meet: the first holds a lock that the second needs, and ends once the second waits for it. */
public final class AtALock {

    private AtALock() {}

    /**
     * @param first in a transaction; it calls what it is given when it holds the lock, and goes on when the second waits
     * @param second comes to the lock, in a transaction of its own
     * @return what came of each
     */
    public static <A, B> Both<A, B> meet(
            JdbcClient jdbc, PlatformTransactionManager transactions, Function<Runnable, A> first, Supplier<B> second) {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch waitedFor = new CountDownLatch(1);
        CompletableFuture<A> holder = CompletableFuture.supplyAsync(() -> new TransactionTemplate(transactions)
                .execute(status -> first.apply(() -> {
                    held.countDown();
                    await(waitedFor);
                })));
        await(held);
        CompletableFuture<B> waiting = CompletableFuture.supplyAsync(second);
        Awaitility.await().until(() -> somebodyWaits(jdbc));
        waitedFor.countDown();
        return new Both<>(holder.join(), waiting.join());
    }

    private static boolean somebodyWaits(JdbcClient jdbc) {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came of the transaction that held the lock, and of the one that waited. */
    public record Both<A, B>(A first, B second) {}
}
