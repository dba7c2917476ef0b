package io.realname.sandbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Holds one call after it was processed and billed, before its answer is sent. A test waits until the call is held,
 * acts, and releases it.
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
