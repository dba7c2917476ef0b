package io.realname.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.realname.evidence.EvidencePictures.Picture;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidencePicturesTest {

    @Test
    void pdfIsAPictureForEachPage() throws FileRefusedException {
        byte[] kept = PdfProcess.remake(Pdfs.pages(3));

        List<Picture> pictures = EvidencePictures.of(evidence(EvidenceType.PDF, kept));

        assertThat(pictures).hasSize(3).allSatisfy(picture -> {
            assertThat(picture.type()).isEqualTo(EvidenceType.JPEG);
            assertThat(Pictures.seen(Pictures.read(picture.content()))).isEqualTo("RBWK");
        });
    }

    @Test
    void pictureIsItself() {
        byte[] png = Pictures.png(200, 200);

        assertThat(EvidencePictures.of(evidence(EvidenceType.PNG, png)))
                .containsExactly(new Picture(EvidenceType.PNG, png));
    }

    private static Evidence evidence(EvidenceType type, byte[] content) {
        return new Evidence(
                new EvidenceItem(UUID.randomUUID(), EvidenceKind.OTHER, type, content.length, Instant.now(), false),
                content);
    }
}
