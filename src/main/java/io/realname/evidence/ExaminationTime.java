package io.realname.evidence;

import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The time limit for all files of one request together: the client is waiting for its answer. */
final class ExaminationTime {

    private final LongSupplier nanoTime;
    private final long end;

    ExaminationTime(Duration time, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + time.toNanos();
    }

    /**
     * The time that is left.
     *
     * @throws ExaminationUnavailableException if no time is left
     */
    Duration left() {
        long left = end - nanoTime.getAsLong();
        if (left <= 0) {
            throw new ExaminationUnavailableException(Reason.BUSY, "the files of one request take too long");
        }
        return Duration.ofNanos(left);
    }
}
