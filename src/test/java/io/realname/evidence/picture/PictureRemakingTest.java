package io.realname.evidence.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.realname.evidence.Hostile;
import io.realname.evidence.Pictures;
import io.realname.evidence.Progressive;
import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was to be seen on a picture is to be seen on the one that is kept. */
class PictureRemakingTest {

    private static final int GREY = 0;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int GREY_WITH_ALPHA = 4;
    private static final int RGB_WITH_ALPHA = 6;

    // What is scaled down.

    /** Of a phone's 12 megapixels: black lines of one row on white. */
    @Test
    void thinLinesStay() throws FileRefusedException {
        int lines = 76;
        BufferedImage ruled = white(4032, 3024);
        for (int line = 0; line < lines; line++) {
            paint(ruled, Color.BLACK, 0, 21 + 39 * line, 4032, 1);
        }

        BufferedImage kept = kept(EvidenceType.JPEG, Pictures.write(ruled, "jpeg"));

        int found = 0;
        for (int y = 1; y < kept.getHeight(); y++) {
            if (grey(kept, 1200, y) < 200 && grey(kept, 1200, y - 1) >= 200) {
                found++;
            }
        }
        assertThat(kept.getHeight()).isEqualTo(1800);
        assertThat(found).isEqualTo(lines);
    }

    /** Each pixel is the mean of what it stands for, also where one strip ends and the next begins. */
    @ParameterizedTest
    @ValueSource(ints = {3024, 8000})
    void everyPixelCounts(int height) throws FileRefusedException {
        int width = 6000;
        Random random = new Random(1);
        BufferedImage characters = white(width, height);
        for (int stroke = 0; stroke < 60_000; stroke++) {
            paint(characters, Color.BLACK, random.nextInt(width), random.nextInt(height), 2 + random.nextInt(9), 3);
        }

        BufferedImage kept = kept(EvidenceType.PNG, Pictures.write(characters, "png"));

        for (int i = 0; i < 20_000; i++) {
            int x = random.nextInt(kept.getWidth());
            int y = random.nextInt(kept.getHeight());
            assertThat((double) grey(kept, x, y))
                    .isCloseTo(
                            mean(characters, kept.getWidth(), kept.getHeight(), x, y),
                            org.assertj.core.data.Offset.offset(1.0));
        }
    }

    /** As phones take them: 8192 × 6144 in one go. */
    @Test
    void fiftyMegapixelsAreTaken() throws FileRefusedException {
        BufferedImage kept = kept(EvidenceType.JPEG, Pictures.jpeg(8192, 6144));

        assertThat(kept.getWidth()).isEqualTo(2400);
        assertThat(Pictures.seen(kept)).isEqualTo("RBWK");
    }

    // What is grey, or shines through.

    static Stream<Arguments> greys() {
        byte[] none = {};
        byte[] white16 = {(byte) 0xFF, (byte) 0xFF};
        return Stream.of(
                Arguments.of("8 bits", 128, png(8, GREY, none, 128)),
                Arguments.of("8 bits with alpha", 128, png(8, GREY_WITH_ALPHA, none, 128, 255)),
                Arguments.of("8 bits, half clear", 191, png(8, GREY_WITH_ALPHA, none, 128, 128)),
                Arguments.of("8 bits, all clear", 255, png(8, GREY_WITH_ALPHA, none, 128, 0)),
                Arguments.of("16 bits", 128, png(16, GREY, none, 128, 128)),
                Arguments.of("16 bits with alpha", 128, png(16, GREY_WITH_ALPHA, none, 128, 128, 255, 255)),
                Arguments.of("16 bits, half clear", 191, png(16, GREY_WITH_ALPHA, none, 128, 128, 128, 128)),
                Arguments.of("4 bits", 136, png(4, GREY, none, 0x88)),
                Arguments.of("2 bits", 170, png(2, GREY, none, 0xAA)),
                Arguments.of("8 bits, another is clear", 128, png(8, GREY, Hostile.chunk("tRNS", white16), 128)),
                Arguments.of(
                        "palette, half clear",
                        191,
                        png(
                                8,
                                PALETTE,
                                Hostile.join(
                                        Hostile.chunk("PLTE", new byte[] {0, 0, 0, -128, -128, -128}),
                                        Hostile.chunk("tRNS", new byte[] {-1, -128})),
                                1)),
                Arguments.of("RGB", 128, png(8, RGB, none, 128, 128, 128)),
                Arguments.of("RGB of 16 bits", 128, png(16, RGB, none, 128, 128, 128, 128, 128, 128)),
                Arguments.of("RGB, half clear", 191, png(8, RGB_WITH_ALPHA, none, 128, 128, 128, 128)),
                Arguments.of(
                        "RGB of 16 bits, half clear",
                        191,
                        png(16, RGB_WITH_ALPHA, none, 128, 128, 128, 128, 128, 128, 128, 128)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("greys")
    void greyStaysAsItIs(String kind, int expected, byte[] png) throws FileRefusedException {
        assertThat(grey(kept(EvidenceType.PNG, png), 100, 100)).as(kind).isBetween(expected - 1, expected + 1);
    }

    @Test
    void greyJpegStaysAsItIs() throws FileRefusedException {
        BufferedImage grey = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY);
        Arrays.fill(((java.awt.image.DataBufferByte) grey.getRaster().getDataBuffer()).getData(), (byte) 128);

        assertThat(grey(kept(EvidenceType.JPEG, Pictures.write(grey, "jpeg")), 100, 100))
                .isBetween(126, 130);
    }

    // What ends without the mark that says so.

    @Test
    void wholeJpegWithoutItsEndMarkIsTaken() throws FileRefusedException {
        for (byte[] jpeg : new byte[][] {
            Pictures.jpeg(800, 600), Progressive.jpeg(Pictures.quarters(800, 600)), Pictures.cmykJpeg(400, 300)
        }) {
            for (int missing = 1; missing <= 2; missing++) {
                byte[] cut = Arrays.copyOf(jpeg, jpeg.length - missing);
                assertThat(Pictures.seen(kept(EvidenceType.JPEG, cut))).isEqualTo("RBWK");
                byte[] padded = Hostile.join(cut, new byte[4096]);
                assertThat(Pictures.seen(kept(EvidenceType.JPEG, padded))).isEqualTo("RBWK");
            }
        }
    }

    /** Wherever it is cut, also between two scans, where no decoder notices. */
    @Test
    void halfAJpegIsCorrupt() {
        byte[] plain = Pictures.jpeg(1600, 1200);
        byte[] progressive = Progressive.jpeg(noise());
        for (double share = 0.02; share < 0.99; share += 0.03) {
            assertThat(problem(EvidenceType.JPEG, Hostile.cut(plain, share))).isEqualTo(FileProblem.FILE_CORRUPT);
        }
        for (int at = 2; at < progressive.length - 2; at++) {
            if (progressive[at] == (byte) 0xFF
                    && (progressive[at + 1] == (byte) 0xDA || progressive[at + 1] == (byte) 0xC4)) {
                assertThat(problem(EvidenceType.JPEG, Arrays.copyOf(progressive, at)))
                        .as("cut at " + at)
                        .isEqualTo(FileProblem.FILE_CORRUPT);
            }
        }
    }

    @Test
    void wholePngWithoutItsEndIsTaken() throws FileRefusedException {
        byte[] png = Pictures.png(400, 300);

        for (int missing = 1; missing <= 12; missing++) {
            byte[] cut = Arrays.copyOf(png, png.length - missing);
            assertThat(Pictures.seen(kept(EvidenceType.PNG, cut))).isEqualTo("RBWK");
        }
    }

    @Test
    void halfAPngIsCorrupt() {
        byte[] png = Pictures.write(noise(), "png");
        int cuts = 0;
        for (int at = 100; at < png.length - 100; at++) {
            if (png[at] == 'I' && png[at + 1] == 'D' && png[at + 2] == 'A' && png[at + 3] == 'T') {
                byte[] half = Arrays.copyOf(png, at - 4);
                assertThat(problem(EvidenceType.PNG, half)).isEqualTo(FileProblem.FILE_CORRUPT);
                cuts++;
            }
        }
        assertThat(cuts).isGreaterThan(2);
    }

    private static BufferedImage noise() {
        BufferedImage noise = new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 600; x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        return noise;
    }

    /** Of 200 × 200 pixels that are all the same: bytes of one, or one byte of several. */
    private static byte[] png(int depth, int colorType, byte[] between, int... pixel) {
        int bytes = depth < 8 ? 200 * depth / 8 : 200 * pixel.length;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            for (int y = 0; y < 200; y++) {
                deflater.write(0);
                for (int i = 0; i < bytes; i++) {
                    deflater.write(pixel[i % pixel.length]);
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return Hostile.png(200, 200, depth, colorType, between, out.toByteArray());
    }

    private static BufferedImage white(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        paint(picture, Color.WHITE, 0, 0, width, height);
        return picture;
    }

    private static void paint(BufferedImage picture, Color color, int x, int y, int width, int height) {
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(color);
        graphics.fillRect(x, y, width, height);
        graphics.dispose();
    }

    /** Of the part of a picture that a pixel of a smaller one stands for, each of its pixels counted by its share. */
    private static double mean(BufferedImage picture, int width, int height, int x, int y) {
        double across = (double) picture.getWidth() / width;
        double down = (double) picture.getHeight() / height;
        double sum = 0;
        for (int row = (int) (y * down); row < Math.min(picture.getHeight(), Math.ceil((y + 1) * down)); row++) {
            double tall = Math.min(row + 1, (y + 1) * down) - Math.max(row, y * down);
            for (int column = (int) (x * across);
                    column < Math.min(picture.getWidth(), Math.ceil((x + 1) * across));
                    column++) {
                double wide = Math.min(column + 1, (x + 1) * across) - Math.max(column, x * across);
                sum += tall * wide * picture.getRaster().getSample(column, row, 0);
            }
        }
        return sum / across / down;
    }

    private static int grey(BufferedImage picture, int x, int y) {
        return picture.getRaster().getSample(x, y, 0);
    }

    private static BufferedImage kept(EvidenceType type, byte[] file) throws FileRefusedException {
        RewrittenFile remade = PictureRemaking.remake(type, file);
        return Pictures.read(remade.content());
    }

    private static FileProblem problem(EvidenceType type, byte[] file) {
        FileRefusedException refused =
                catchThrowableOfType(FileRefusedException.class, () -> PictureRemaking.remake(type, file));
        assertThat(refused).as("refused").isNotNull();
        return refused.problem();
    }
}
