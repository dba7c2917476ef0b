package io.realname.evidence;

import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import io.realname.evidence.file.FileRefusedException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets so many files be decoded at once as there is memory for. */
final class DecodingSlots {

    private final Semaphore slots;

    DecodingSlots(int slots) {
        this.slots = new Semaphore(slots, true);
    }

    /**
     * Does the work once there is a slot for it.
     *
     * @throws ExaminationUnavailableException if none becomes free in time
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

    /** Decoding. */
    interface Work {
        void run() throws FileRefusedException;
    }
}
