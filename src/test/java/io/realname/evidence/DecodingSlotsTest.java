package io.realname.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DecodingSlotsTest {

    private static final Duration PATIENCE = Duration.ofMillis(10);

    @Test
    void noMoreAtOnceThanThereAreSlots() throws Exception {
        DecodingSlots slots = new DecodingSlots(1);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<?> first = other.submit(() -> {
                slots.inSlot(PATIENCE, () -> {
                    inside.countDown();
                    awaitUninterrupted(leave);
                });
                return null;
            });
            inside.await();

            assertThatThrownBy(() -> slots.inSlot(PATIENCE, () -> {}))
                    .isInstanceOfSatisfying(
                            ExaminationUnavailableException.class,
                            busy -> assertThat(busy.reason()).isEqualTo(Reason.BUSY));
            leave.countDown();
            first.get();
        } finally {
            other.shutdownNow();
        }
        slots.inSlot(PATIENCE, () -> {});
    }

    @Test
    void slotOfARefusedFileIsFreeAgain() throws FileRefusedException {
        DecodingSlots slots = new DecodingSlots(1);

        assertThatThrownBy(() -> slots.inSlot(PATIENCE, () -> {
                    throw new FileRefusedException(FileProblem.FILE_CORRUPT);
                }))
                .isInstanceOf(FileRefusedException.class);
        slots.inSlot(PATIENCE, () -> {});
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
