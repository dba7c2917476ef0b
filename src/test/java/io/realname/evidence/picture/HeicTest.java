package io.realname.evidence.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.realname.evidence.Hostile;
import io.realname.evidence.Pictures;
import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures as iPhones write them. Debian's {@code libheif-examples} makes and reads them; CI installs it. */
class HeicTest {

    private static final byte[] START = Hostile.ascii("\0\0\0\30ftypheic\0\0\0\0heicmif1");

    @TempDir
    private Path folder;

    @Test
    void pictureBecomesAJpeg() throws Exception {
        RewrittenFile kept = HeicProcess.remake(heic(Pictures.jpeg(1600, 1200)));

        BufferedImage picture = Pictures.read(kept.content());
        assertThat(kept.type()).isEqualTo(EvidenceType.JPEG);
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(1600, 1200);
        assertThat(Pictures.seen(picture)).isEqualTo("RBWK");
    }

    /** By what the picture says of itself ({@code irot}), as cameras write it; not once more by what EXIF says beside. */
    @ParameterizedTest
    @CsvSource({"0,RBWK", "1,BKRW", "2,KWBR", "3,WRKB"})
    void pictureIsUpright(int quarterTurnsToTheLeft, String seen) throws Exception {
        byte[] exif = Hostile.join(Hostile.ascii("Exif\0\0"), Hostile.exif(6, "nobody"));
        byte[] jpeg = Hostile.withSegment(Pictures.jpeg(800, 600), 0xE1, exif);

        RewrittenFile kept = HeicProcess.remake(turned(heic(jpeg), quarterTurnsToTheLeft));

        assertThat(Pictures.seen(Pictures.read(kept.content()))).isEqualTo(seen);
        assertThat(new String(kept.content(), StandardCharsets.ISO_8859_1)).doesNotContain("nobody", "Exif");
    }

    @Test
    void fortyEightMegapixelsAreScaledDown() throws Exception {
        BufferedImage picture = Pictures.read(
                HeicProcess.remake(heic(Pictures.jpeg(8064, 6048))).content());

        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(2400, 1800);
        assertThat(Pictures.seen(picture)).isEqualTo("RBWK");
    }

    @Test
    void brokenOnesAreCorruptAndSoon() throws Exception {
        byte[] whole = heic(Pictures.jpeg(1600, 1200));
        Instant before = Instant.now();

        for (double share : new double[] {0.05, 0.3, 0.6, 0.9}) {
            assertThat(problem(Hostile.cut(whole, share))).isEqualTo(FileProblem.FILE_CORRUPT);
        }
        assertThat(problem(Hostile.join(START, new byte[1 << 20]))).isEqualTo(FileProblem.FILE_CORRUPT);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void tooSmallOnesAreRefusedAsOthersAre() throws Exception {
        assertThat(problem(heic(Pictures.jpeg(90, 90)))).isEqualTo(FileProblem.IMAGE_TOO_SMALL);
    }

    /** What was sent is nowhere when it is over, whatever came of it. */
    @Test
    void nothingIsLeft() throws Exception {
        HeicProcess.remake(heic(Pictures.jpeg(400, 300)));
        problem(START);

        for (Path place : List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")))) {
            try (Stream<Path> files = Files.list(place)) {
                assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("heic"));
            }
        }
    }

    /** Without the command, on a developer's machine, the refusal says so. */
    @Test
    void refusedWithAWordOfItsOwnWhereNothingReadsIt() {
        FileRefusedException refused =
                catchThrowableOfType(FileRefusedException.class, () -> HeicProcess.remake(START, false));

        assertThat(refused.problem()).isEqualTo(FileProblem.HEIC_NOT_SUPPORTED);
    }

    /** Puts the property in the place of one that says how many bits there are, and that nobody needs. */
    private static byte[] turned(byte[] heic, int quarterTurns) {
        byte[] turned = heic.clone();
        int at = new String(heic, StandardCharsets.ISO_8859_1).indexOf("pixi");
        assertThat(at).isPositive();
        // Nine bytes for 'irot', and what is left of the sixteen in a box of its own is too short: so the box stays
        // longer.
        System.arraycopy(Hostile.ascii("irot"), 0, turned, at, 4);
        turned[at + 4] = (byte) quarterTurns;
        return turned;
    }

    private byte[] heic(byte[] jpeg) throws Exception {
        assertThat(HeicProcess.isInstalled() || System.getenv("CI") == null)
                .as("libheif-examples, which .ci/run installs")
                .isTrue();
        assumeTrue(HeicProcess.isInstalled(), "heif-convert is not installed: HEIC is refused here");
        Path from = Files.write(folder.resolve("from.jpg"), jpeg);
        Path to = folder.resolve("to.heic");
        Process process = new ProcessBuilder(
                        "heif-enc", "-q", "90", "-p", "preset=ultrafast", "-o", to.toString(), from.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return Files.readAllBytes(to);
    }

    private static FileProblem problem(byte[] file) {
        FileRefusedException refused = catchThrowableOfType(FileRefusedException.class, () -> HeicProcess.remake(file));
        assertThat(refused).as("refused").isNotNull();
        return refused.problem();
    }
}
