package io.realname.evidence.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.realname.evidence.Hostile;
import io.realname.evidence.Pdfs;
import io.realname.evidence.Pictures;
import io.realname.evidence.Scans;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import java.io.OutputStream;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is on a page is on its picture too, or the file is refused: never a white page for one that said something. */
class ScannedPdfTest {

    private static final byte[] JPEG = Pictures.jpeg(Scans.WIDTH, Scans.HEIGHT);

    @Test
    void wholePicturesAreShown() throws FileRefusedException {
        assertThat(seen(coloured(COSName.DCT_DECODE, JPEG))).isEqualTo("RBWK");
        assertThat(seen(coloured(COSName.FLATE_DECODE, Scans.deflated()))).isEqualTo("RBWK");
        assertThat(seen(fax(Scans.fax()))).isEqualTo("KKWK");
    }

    /** As office scanners write black and white. */
    @Test
    void jbig2IsShown() throws FileRefusedException {
        byte[] scan = Scans.pdf(COSName.JBIG2_DECODE, false, Scans.jbig2());

        assertThat(seen(scan)).isEqualTo("KKWK");
        assertThat(Pdfs.seen(PdfProcess.remake(scan).content(), 0))
                .as("in a process")
                .isEqualTo("KKWK");
    }

    @Test
    void jpeg2000HasARefusalOfItsOwn() {
        byte[] jpx = Hostile.ascii("\0\0\0\14jP  \r\n\u0087\n");

        assertThat(problem(coloured(COSName.JPX_DECODE, jpx))).isEqualTo(FileProblem.PDF_PICTURE_NOT_SUPPORTED);
    }

    @Test
    void brokenPicturesAreCorrupt() {
        byte[] garbage = Hostile.ascii("no picture at all".repeat(50));

        assertThat(problem(coloured(COSName.DCT_DECODE, garbage))).isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(problem(coloured(COSName.FLATE_DECODE, garbage))).isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(problem(Scans.pdf(COSName.JBIG2_DECODE, false, garbage))).isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(problem(coloured(COSName.DCT_DECODE, new byte[0]))).isEqualTo(FileProblem.FILE_CORRUPT);
    }

    @Test
    void halfPicturesAreCorrupt() {
        byte[] jbig2 = Hostile.cut(Scans.jbig2(), 0.2);

        assertThat(problem(coloured(COSName.DCT_DECODE, Hostile.cut(JPEG, 0.7))))
                .isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(problem(coloured(COSName.FLATE_DECODE, Hostile.cut(Scans.deflated(), 0.7))))
                .isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(problem(Scans.pdf(COSName.JBIG2_DECODE, false, jbig2))).isEqualTo(FileProblem.FILE_CORRUPT);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.5, 0.7, 0.9})
    void halfFaxesAreCorrupt(double share) {
        assertThat(problem(fax(Hostile.cut(Scans.fax(), share)))).isEqualTo(FileProblem.FILE_CORRUPT);
    }

    @Test
    void pictureThatIsNotThereIsCorrupt() {
        byte[] pdf = Pdfs.with(1, document -> {
            COSDictionary pictures =
                    document.getPage(0).getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
            pictures.clear();
        });

        assertThat(problem(pdf)).isEqualTo(FileProblem.FILE_CORRUPT);
    }

    @Test
    void halfADrawingIsCorrupt() {
        byte[] commands = Hostile.deflatedZeros(1 << 20);

        assertThat(problem(drawn(Hostile.cut(commands, 0.5)))).isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(problem(drawn(Hostile.ascii("x\u009cnothing of the kind")))).isEqualTo(FileProblem.FILE_CORRUPT);
    }

    /** What other programs show without a word. */
    @Test
    void harmlessFlawsAreLetPass() throws FileRefusedException {
        byte[] withoutMark = Arrays.copyOf(JPEG, JPEG.length - 2);
        assertThat(seen(coloured(COSName.DCT_DECODE, withoutMark))).isEqualTo("RBWK");

        byte[] commands = Hostile.deflatedZeros(1 << 16);
        commands[commands.length - 1]++;
        assertThat(seen(drawn(commands))).isEqualTo("WWWW");

        byte[] noFont = Pdfs.with(
                1, document -> document.getPage(0).getResources().getCOSObject().removeItem(COSName.FONT));
        assertThat(seen(noFont)).isEqualTo("RBWK");

        byte[] blank = Pdfs.with(0, document -> document.addPage(new PDPage(PDRectangle.A4)));
        assertThat(seen(blank)).isEqualTo("WWWW");
    }

    private static byte[] coloured(COSName filter, byte[] coded) {
        return Scans.pdf(filter, true, coded);
    }

    private static byte[] fax(byte[] coded) {
        return Scans.pdf(COSName.CCITTFAX_DECODE, false, coded);
    }

    /** A page with drawing commands and no picture. */
    private static byte[] drawn(byte[] deflated) {
        return Pdfs.with(0, document -> {
            PDPage page = new PDPage(PDRectangle.A4);
            page.setResources(new PDResources());
            PDStream commands = new PDStream(document);
            try (OutputStream raw = commands.getCOSObject().createRawOutputStream()) {
                raw.write(deflated);
            }
            commands.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(commands);
            document.addPage(page);
        });
    }

    private static String seen(byte[] pdf) throws FileRefusedException {
        return Pdfs.seen(PdfRemaking.remake(pdf).content(), 0);
    }

    private static FileProblem problem(byte[] pdf) {
        FileRefusedException refused = catchThrowableOfType(FileRefusedException.class, () -> PdfRemaking.remake(pdf));
        assertThat(refused).as("refused").isNotNull();
        return refused.problem();
    }
}
