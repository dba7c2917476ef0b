package io.realname.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.evidence.EvidencePictures.Picture;
import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import io.realname.evidence.pdf.PdfProcess;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvidencePicturesTest {

    @Test
    void pdfIsAPictureForEachPage() throws FileRefusedException {
        RewrittenFile kept = PdfProcess.remake(Pdfs.pages(3));
        Evidence pdf = evidence(EvidenceType.PDF, kept.content());

        assertThat(kept.pages()).isEqualTo(3);
        assertThat(EvidencePictures.pages(pdf)).isEqualTo(3);
        assertThat(IntStream.range(0, 3).mapToObj(page -> EvidencePictures.page(pdf, page)))
                .allSatisfy(page -> assertThat(page).hasValueSatisfying(picture -> {
                    assertThat(picture.type()).isEqualTo(EvidenceType.JPEG);
                    assertThat(Pictures.seen(Pictures.read(picture.content()))).isEqualTo("RBWK");
                }));
        assertThat(EvidencePictures.page(pdf, 3)).isEmpty();
        assertThat(EvidencePictures.page(pdf, -1)).isEmpty();
    }

    @Test
    void pictureIsItself() {
        byte[] png = Pictures.png(200, 200);

        assertThat(EvidencePictures.page(evidence(EvidenceType.PNG, png), 0))
                .contains(new Picture(EvidenceType.PNG, png));
        assertThat(EvidencePictures.page(evidence(EvidenceType.PNG, png), 1)).isEmpty();
        assertThat(EvidencePictures.pages(evidence(EvidenceType.PNG, png))).isEqualTo(1);
    }

    private static Evidence evidence(EvidenceType type, byte[] content) {
        return new Evidence(
                new EvidenceItem(
                        UUID.randomUUID(), EvidenceKind.OTHER, type, content.length, null, Instant.now(), false),
                content);
    }
}
