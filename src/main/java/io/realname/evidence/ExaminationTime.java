package io.realname.evidence;

import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import java.time.Duration;
import java.util.function.LongSupplier;

/** The time that all files of one request may take together: a client waits for its answer meanwhile. */
final class ExaminationTime {

    private final LongSupplier nanoTime;
    private final long end;

    ExaminationTime(Duration time, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.end = nanoTime.getAsLong() + time.toNanos();
    }

    /**
     * What is left of it.
     *
     * @throws ExaminationUnavailableException if nothing is
     */
    Duration left() {
        long left = end - nanoTime.getAsLong();
        if (left <= 0) {
            throw new ExaminationUnavailableException(Reason.BUSY, "the files of one request take too long");
        }
        return Duration.ofNanos(left);
    }
}
