package io.realname.evidence.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.realname.evidence.Pictures;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A second renderer of PDFs, of Debian's package {@code poppler-utils}; with no fonts of the machine's, so that it says the same everywhere. */
final class Poppler {

    private static final Path COMMAND = Path.of("/usr/bin/pdftoppm");

    private Poppler() {}

    /** Ends the test where it is not installed, which it is where CI runs. */
    static void require() {
        boolean installed = Files.isExecutable(COMMAND);
        assertThat(installed || System.getenv("CI") == null)
                .as("poppler-utils, which .ci/run installs")
                .isTrue();
        assumeTrue(installed, "poppler-utils is not installed: a page is not compared with a second renderer");
    }

    /** The first page, in 200 dots to the inch, with the fonts of a folder for those that it does not bring. */
    static BufferedImage page(byte[] pdf, Path fonts) {
        try {
            Path folder = Files.createTempDirectory("poppler");
            Path file = Files.write(folder.resolve("page.pdf"), pdf);
            Path config = Files.writeString(
                    folder.resolve("fonts.conf"),
                    "<fontconfig><dir>" + fonts.toAbsolutePath() + "</dir><cachedir>" + folder
                            + "</cachedir></fontconfig>");
            ProcessBuilder builder = new ProcessBuilder(
                    COMMAND.toString(),
                    "-r",
                    "200",
                    "-singlefile",
                    "-png",
                    file.toString(),
                    folder.resolve("page").toString());
            builder.environment().put("FONTCONFIG_FILE", config.toString());
            builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile());
            Process process = builder.start();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            return Pictures.read(Files.readAllBytes(folder.resolve("page.png")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
