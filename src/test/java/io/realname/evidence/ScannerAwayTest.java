package io.realname.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.realname.evidence.EvidenceProperties.Scanner;
import io.realname.evidence.EvidenceProperties.Store;
import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A scanner that does not answer: nothing is taken unscanned. */
class ScannerAwayTest {

    private final EvidenceIntake intake = new EvidenceIntake(
            content -> new ScanResult.Unavailable("away"),
            new EvidenceProperties(Scanner.CLAMD, Store.POSTGRES, Duration.ofDays(1), 1));

    @Test
    void nothingIsTaken() {
        assertThatThrownBy(() -> intake.examine(List.of(good())))
                .isInstanceOfSatisfying(
                        ExaminationUnavailableException.class,
                        unavailable -> assertThat(unavailable.reason()).isEqualTo(Reason.SCANNER_UNAVAILABLE));
    }

    /** The scanner's return would not help that file. */
    @Test
    void whatIsWrongAnywayIsToldFirst() {
        assertThatThrownBy(() -> intake.examine(List.of(good(), new Upload(EvidenceKind.OTHER, new byte[0]))))
                .isInstanceOfSatisfying(
                        EvidenceRefusedException.class,
                        refused -> assertThat(refused.refused())
                                .containsExactly(new EvidenceRefusedException.Refused("other", 1, "FILE_EMPTY")));
    }

    private static Upload good() {
        return new Upload(EvidenceKind.OTHER, Pictures.png(200, 200));
    }
}
