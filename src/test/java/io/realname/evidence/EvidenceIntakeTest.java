package io.realname.evidence;

import static io.realname.evidence.EvidenceKind.DOCUMENT_BACK;
import static io.realname.evidence.EvidenceKind.DOCUMENT_FRONT;
import static io.realname.evidence.EvidenceKind.OTHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.realname.app.RealnameTest;
import io.realname.evidence.EvidenceRefusedException.Refused;
import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.EvidenceType;
import io.realname.sandbox.storage.Eicar;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files of every sort, and what becomes of them. */
@RealnameTest
class EvidenceIntakeTest {

    private static final byte[] JPEG = Pictures.jpeg(400, 300);
    private static final byte[] PNG = Pictures.png(400, 300);
    private static final String SECRET = "31.2304N, taken by nobody";

    @Autowired
    private EvidenceIntake intake;

    @Autowired
    private PlatformTransactionManager transactions;

    // What is taken.

    @Test
    void picturesStayWhatTheyAre() {
        List<Examined> examined = intake.examine(
                List.of(new Upload(DOCUMENT_FRONT, JPEG), new Upload(OTHER, PNG), new Upload(OTHER, JPEG)));

        assertThat(examined).extracting(Examined::kind).containsExactly(DOCUMENT_FRONT, OTHER, OTHER);
        assertThat(examined)
                .extracting(Examined::type)
                .containsExactly(EvidenceType.JPEG, EvidenceType.PNG, EvidenceType.JPEG);
        for (Examined file : examined) {
            BufferedImage picture = Pictures.read(file.content());
            assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(400, 300);
            assertThat(Pictures.seen(picture)).isEqualTo("RBWK");
        }
    }

    @Test
    void largePicturesAreScaledDown() {
        BufferedImage jpeg = Pictures.read(examine(Pictures.jpeg(8000, 6000)).content());
        BufferedImage png = Pictures.read(examine(Pictures.png(1000, 3000)).content());

        assertThat(List.of(jpeg.getWidth(), jpeg.getHeight())).containsExactly(2400, 1800);
        assertThat(List.of(png.getWidth(), png.getHeight())).containsExactly(800, 2400);
        assertThat(Pictures.seen(jpeg)).isEqualTo("RBWK");
        assertThat(Pictures.seen(png)).isEqualTo("RBWK");
    }

    /** As they are seen, for each way in which a camera may have been held. */
    @ParameterizedTest
    @CsvSource({"1,RBWK", "2,BRKW", "3,KWBR", "4,WKRB", "5,RWBK", "6,WRKB", "7,KBWR", "8,BKRW", "9,RBWK"})
    void picturesAreTurnedUprightAndLoseWhatTheCameraWrote(int orientation, String seen) {
        byte[] exif = Hostile.exif(orientation, SECRET);
        byte[] jpeg = Hostile.withSegment(JPEG, 0xE1, Hostile.join(Hostile.ascii("Exif\0\0"), exif));
        byte[] png = Hostile.withChunk(PNG, "eXIf", exif);

        for (byte[] file : List.of(jpeg, png)) {
            assertThat(text(file)).contains(SECRET);
            Examined examined = examine(file);
            BufferedImage picture = Pictures.read(examined.content());
            assertThat(Pictures.seen(picture)).isEqualTo(seen);
            assertThat(picture.getWidth()).isEqualTo(orientation >= 5 && orientation <= 8 ? 300 : 400);
            assertThat(text(examined.content())).doesNotContain("Exif", "eXIf", "31.2304", "nobody");
        }
    }

    @Test
    void nothingButPixelsIsKept() {
        byte[] thumbnail = Pictures.jpeg(100, 100);
        byte[] comment = Hostile.ascii(SECRET);
        byte[] jpeg = Hostile.join(
                Hostile.withSegment(
                        Hostile.withSegment(Hostile.withSegment(JPEG, 0xFE, comment), 0xED, comment), 0xE2, thumbnail),
                Hostile.ascii("PK\3\4<html><script>" + SECRET + "</script>"));
        byte[] png = Hostile.join(
                Hostile.withChunk(Hostile.withChunk(PNG, "tEXt", comment), "iTXt", comment),
                Hostile.ascii("PK\3\4<html><script>" + SECRET + "</script>"));

        for (byte[] file : List.of(jpeg, png)) {
            byte[] kept = examine(file).content();
            assertThat(text(kept)).doesNotContain("nobody", "PK\3\4", "<html", "tEXt", "iTXt");
            assertThat(text(kept).indexOf("\u00ff\u00d8\u00ff", 1)).isNegative();
            assertThat(Pictures.seen(Pictures.read(kept))).isEqualTo("RBWK");
        }
    }

    @Test
    void whatShinesThroughIsWhite() {
        BufferedImage clear = new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB);
        BufferedImage kept = Pictures.read(examine(Pictures.write(clear, "png")).content());

        assertThat(Pictures.seen(kept)).isEqualTo("WWWW");
        assertThat(kept.getColorModel().hasAlpha()).isFalse();
    }

    /** Of 256 colours and 4.8 MB; in all colours it takes three times that. */
    @Test
    void whatIsTooLargeAsAPngBecomesAJpeg() {
        BufferedImage noise = new BufferedImage(2200, 2200, BufferedImage.TYPE_BYTE_INDEXED);
        new Random(1).nextBytes(((DataBufferByte) noise.getRaster().getDataBuffer()).getData());
        byte[] png = Pictures.write(noise, "png");
        assertThat(png.length).isBetween(4_500_000, EvidenceLimits.FILE_BYTES);

        Examined kept = examine(png);

        assertThat(kept.type()).isEqualTo(EvidenceType.JPEG);
        assertThat(Pictures.read(kept.content()).getWidth()).isEqualTo(2200);
    }

    /** As print shops send them: four inks, upside down as Adobe has them. */
    @Test
    void picturesInInksAreShownInTheirColours() {
        assertThat(Pictures.seen(
                        Pictures.read(examine(Pictures.cmykJpeg(400, 300)).content())))
                .isEqualTo("RBWK");
    }

    /** The picture that stands still, of one that moves. */
    @Test
    void movingPictureIsItsFirst() {
        byte[] other = Pictures.png(100, 100);
        byte[] moving =
                Hostile.withChunk(Hostile.withChunk(PNG, "fdAT", other), "acTL", new byte[] {0, 0, 0, 2, 0, 0, 0, 0});

        Examined kept = examine(moving);

        assertThat(Pictures.seen(Pictures.read(kept.content()))).isEqualTo("RBWK");
        assertThat(text(kept.content())).doesNotContain("acTL", "fdAT");
    }

    @Test
    void pdfBecomesPicturesOfItsPages() {
        byte[] sent = Pdfs.with(2, document -> document.getDocumentInformation().setAuthor(SECRET));
        Examined kept = examine(sent);

        assertThat(kept.type()).isEqualTo(EvidenceType.PDF);
        assertThat(Pdfs.count(kept.content())).isEqualTo(2);
        assertThat(Pdfs.seen(kept.content(), 1)).isEqualTo("RBWK");
        assertThat(text(kept.content())).doesNotContain("nobody", Pdfs.TEXT, "/Font", "/Annot", "/Author");
    }

    @Test
    void takesTen() {
        List<Upload> ten = new ArrayList<>(Collections.nCopies(6, new Upload(OTHER, PNG)));
        EvidenceKind.ofPersons().stream().filter(kind -> kind != OTHER).forEach(kind -> ten.add(new Upload(kind, PNG)));

        assertThat(intake.examine(ten)).hasSize(10);
    }

    // What is refused.

    @Test
    void sizesAndNumbers() {
        assertThat(problem(new byte[0])).isEqualTo("FILE_EMPTY");
        assertThat(problem(Hostile.join(JPEG, new byte[EvidenceLimits.FILE_BYTES + 1 - JPEG.length])))
                .isEqualTo("FILE_TOO_LARGE");
        assertThat(examine(Hostile.join(JPEG, new byte[EvidenceLimits.FILE_BYTES - JPEG.length])))
                .isNotNull();
        assertThat(refused(Collections.nCopies(8, new Upload(OTHER, PNG))))
                .containsExactly(new Refused("other", 6, "TOO_MANY_FILES"), new Refused("other", 7, "TOO_MANY_FILES"));
        assertThat(refused(List.of(new Upload(DOCUMENT_FRONT, PNG), new Upload(DOCUMENT_FRONT, PNG))))
                .containsExactly(new Refused("documentFront", 1, "TOO_MANY_FILES"));
    }

    static Stream<byte[]> otherTypes() {
        return Stream.of(
                Hostile.ascii("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"),
                Hostile.ascii("<!doctype html><html><script>alert(1)</script></html>"),
                Hostile.ascii("just a text"),
                Hostile.ascii("RIFF\1\0\0\0WEBPVP8 \0\0\0\0"),
                Hostile.ascii("PK\3\4\24\0\0\0\0\0"),
                Pictures.write(Pictures.quarters(200, 200), "gif"),
                Pictures.write(Pictures.quarters(200, 200), "bmp"),
                Pictures.write(Pictures.quarters(200, 200), "tiff"),
                Hostile.join(Hostile.ascii("GIF89a"), JPEG));
    }

    @ParameterizedTest
    @MethodSource("otherTypes")
    void otherTypesAreRefused(byte[] file) {
        assertThat(problem(file)).isEqualTo("FILE_TYPE_NOT_SUPPORTED");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.3, 0.5, 0.9, 0.99})
    void truncatedFilesAreCorrupt(double share) {
        for (byte[] file : List.of(Pictures.jpeg(1600, 1200), Pictures.png(1600, 1200))) {
            assertThat(problem(Hostile.cut(file, share))).isEqualTo("FILE_CORRUPT");
        }
    }

    /** Cut in the middle, with a proper end put there. */
    @Test
    void halfAPictureIsCorrupt() {
        byte[] half = Hostile.cut(Pictures.jpeg(1600, 1200), 0.5);
        assertThat(problem(Hostile.join(half, new byte[] {(byte) 0xFF, (byte) 0xD9})))
                .isEqualTo("FILE_CORRUPT");
        assertThat(problem(Hostile.emptyPng(300, 300))).isEqualTo("FILE_CORRUPT");
        assertThat(problem(Hostile.join(Hostile.cut(JPEG, 0.3), PNG))).isEqualTo("FILE_CORRUPT");
    }

    @Test
    void bombsAreRefusedByTheirHeader() {
        assertThat(problem(Hostile.emptyPng(60_000, 60_000))).isEqualTo("IMAGE_TOO_LARGE");
        byte[] real = Hostile.blackPng(20_000, 20_000);
        assertThat(real.length).isLessThan(EvidenceLimits.FILE_BYTES);
        assertThat(problem(real)).isEqualTo("IMAGE_TOO_LARGE");
        assertThat(problem(Hostile.blackPng(12_001, 200))).isEqualTo("IMAGE_TOO_LARGE");
        assertThat(problem(Hostile.blackPng(10_000, 6_501))).isEqualTo("IMAGE_TOO_LARGE");
        assertThat(examine(Hostile.blackPng(10_000, 6_500))).isNotNull();
        assertThat(problem(withHeaderOf(60_000, 60_000, JPEG))).isEqualTo("IMAGE_TOO_LARGE");
        assertThat(problem(Pictures.png(400, 99))).isEqualTo("IMAGE_TOO_SMALL");
    }

    /** Text and profiles that unfold to gigabytes are not so much as looked at. */
    @Test
    void bombsBesideThePixelsAreLeftOut() {
        byte[] bomb = Hostile.join(Hostile.ascii("x\0\0"), Hostile.deflatedZeros(2L << 30));
        byte[] file =
                Hostile.palettePng(200, 200, Hostile.join(Hostile.chunk("zTXt", bomb), Hostile.chunk("iCCP", bomb)));
        assertThat(file.length).isLessThan(EvidenceLimits.FILE_BYTES);

        assertThat(examine(file).content().length).isLessThan(10_000);
    }

    @Test
    void jpegOfThousandsOfScansIsCorrupt() {
        byte[] progressive = Progressive.jpeg(Pictures.quarters(300, 300));
        assertThat(examine(progressive)).isNotNull();

        assertThat(problem(Progressive.withScans(progressive, 2_000))).isEqualTo("FILE_CORRUPT");
    }

    @Test
    void malwareIsRefused() {
        assertThat(problem(Hostile.join(PNG, Eicar.bytes()))).isEqualTo("FILE_INFECTED");
        assertThat(problem(Hostile.withSegment(JPEG, 0xFE, Eicar.bytes()))).isEqualTo("FILE_INFECTED");
        assertThat(problem(Eicar.bytes())).isEqualTo("FILE_TYPE_NOT_SUPPORTED");
    }

    @Test
    void tellsOfAllFilesAtOnce() {
        assertThat(refused(List.of(
                        new Upload(DOCUMENT_FRONT, new byte[0]),
                        new Upload(DOCUMENT_BACK, JPEG),
                        new Upload(OTHER, Hostile.cut(JPEG, 0.5)),
                        new Upload(OTHER, Hostile.ascii("text")),
                        new Upload(OTHER, Hostile.join(JPEG, Eicar.bytes())))))
                .containsExactly(
                        new Refused("documentFront", 0, "FILE_EMPTY"),
                        new Refused("other", 0, "FILE_CORRUPT"),
                        new Refused("other", 1, "FILE_TYPE_NOT_SUPPORTED"),
                        new Refused("other", 2, "FILE_INFECTED"));
    }

    @Test
    void examinesOutsideTransactionsOnly() {
        assertThatThrownBy(() -> new TransactionTemplate(transactions).execute(status -> examine(PNG)))
                .isInstanceOf(IllegalStateException.class);
    }

    private Examined examine(byte[] file) {
        return intake.examine(List.of(new Upload(OTHER, file))).get(0);
    }

    private String problem(byte[] file) {
        return refused(List.of(new Upload(OTHER, file))).get(0).code();
    }

    private List<Refused> refused(List<Upload> files) {
        EvidenceRefusedException refused =
                catchThrowableOfType(EvidenceRefusedException.class, () -> intake.examine(files));
        assertThat(refused).as("refused").isNotNull();
        return refused.refused();
    }

    /** The first frame of a JPEG, with another size in it. */
    private static byte[] withHeaderOf(int width, int height, byte[] jpeg) {
        byte[] changed = jpeg.clone();
        int frame = text(jpeg).indexOf("\u00ff\u00c0");
        assertThat(frame).isPositive();
        ByteBuffer.wrap(changed).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return changed;
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
