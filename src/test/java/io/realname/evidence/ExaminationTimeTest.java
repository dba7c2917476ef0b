package io.realname.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.evidence.EvidenceProperties.Scanner;
import io.realname.evidence.EvidenceProperties.Store;
import io.realname.evidence.EvidenceRefusedException.Refused;
import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** A scanner that takes its time: a request has an end all the same. */
class ExaminationTimeTest {

    private static final Duration A_SCAN = Duration.ofSeconds(15);

    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger scans = new AtomicInteger();

    private final EvidenceIntake intake = new EvidenceIntake(
            content -> {
                scans.incrementAndGet();
                now.addAndGet(A_SCAN.toNanos());
                return new ScanResult.Clean();
            },
            new EvidenceProperties(Scanner.CLAMD, Store.POSTGRES, Duration.ofDays(1), 1),
            now::get);

    @Test
    void whatIsDoneInTimeIsTaken() {
        assertThat(intake.examine(files(3))).hasSize(3);
    }

    @Test
    void noFileIsBegunWhenTheTimeIsOver() {
        assertThatThrownBy(() -> intake.examine(files(6)))
                .isInstanceOfSatisfying(
                        ExaminationUnavailableException.class,
                        late -> assertThat(late.reason()).isEqualTo(Reason.BUSY));
        assertThat(scans).hasValue((int) EvidenceIntake.TIME.dividedBy(A_SCAN));
    }

    /** The time of the scans is that of the decoding too. */
    @Test
    void nothingIsDecodedWhenTheScansTookAllTime() {
        assertThatThrownBy(() -> intake.examine(files(4))).isInstanceOf(ExaminationUnavailableException.class);
        assertThat(scans).hasValue(4);
    }

    @Test
    void whatIsWrongAnywayIsToldFirst() {
        List<Upload> files = new ArrayList<>(files(5));
        files.add(new Upload(EvidenceKind.OTHER, new byte[0]));

        assertThatThrownBy(() -> intake.examine(files))
                .isInstanceOfSatisfying(
                        EvidenceRefusedException.class,
                        refused ->
                                assertThat(refused.refused()).containsExactly(new Refused("other", 5, "FILE_EMPTY")));
    }

    private static List<Upload> files(int files) {
        List<Upload> uploads = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            uploads.add(new Upload(EvidenceKind.OTHER, Pictures.png(200, 200)));
        }
        return uploads;
    }
}
