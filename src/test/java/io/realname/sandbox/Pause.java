package io.realname.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds one call at the moment that matters: it was processed, and billed, and its answer is not out yet. A test waits
 * for that moment, does what it likes, and lets go.
 */
public final class Pause {

    private final CountDownLatch received = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    /** @throws AssertionError if no call came in time */
    public void awaitReceived(Duration atMost) throws InterruptedException {
        if (!received.await(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("no call was received within " + atMost);
        }
    }

    public void release() {
        released.countDown();
    }

    void hold() throws InterruptedException {
        received.countDown();
        released.await();
    }
}
