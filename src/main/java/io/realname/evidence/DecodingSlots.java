package io.realname.evidence;

import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import io.realname.evidence.file.FileRefusedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Limits how many files are decoded at the same time: each of them takes memory. */
final class DecodingSlots {

    private final Semaphore slots;

    DecodingSlots(int slots) {
        this.slots = new Semaphore(slots, true);
    }

    /**
     * Waits for a free slot, then does the work.
     *
     * @param patience how long to wait at most
     * @throws ExaminationUnavailableException if no slot becomes free in this time
     */
    void inSlot(Duration patience, Work work) throws FileRefusedException {
        try {
            if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new ExaminationUnavailableException(Reason.BUSY, "no decoder became free");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExaminationUnavailableException(Reason.BUSY, "interrupted");
        }
        try {
            work.run();
        } finally {
            slots.release();
        }
    }

    /** The decoding of one file. */
    interface Work {
        void run() throws FileRefusedException;
    }
}
