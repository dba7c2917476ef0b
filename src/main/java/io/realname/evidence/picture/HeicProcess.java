package io.realname.evidence.picture;

import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Rewrites HEIC pictures, the format of iPhones, if libheif's command is installed; no Java decoder for HEIC is
 * available. The command runs in its own process with its own limits. The JPEG that it writes is rewritten like any
 * other JPEG.
 */
public final class HeicProcess {

    private static final Logger log = LoggerFactory.getLogger(HeicProcess.class);

    private static final Path CONVERT = Path.of("/usr/bin/heif-convert");
    private static final Path LIMIT = Path.of("/usr/bin/prlimit");

    /** A file system in memory, on Linux: an applicant's file is not written to a disk unsealed. */
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final int SECONDS = 20;
    private static final int MEMORY_BYTES = 1 << 30;
    private static final int WRITTEN_BYTES = 64 << 20;
    private static final String QUALITY = "95";

    private HeicProcess() {}

    /**
     * Rewrites a HEIC picture as JPEG. The rotation in the HEIC properties is applied; the EXIF orientation is ignored
     * (ISO/IEC 23008-12).
     *
     * @throws FileRefusedException if the file is refused: {@code HEIC_NOT_SUPPORTED} if no HEIC decoder is installed,
     *     {@code FILE_CORRUPT} also if decoding takes too much memory or time or the file holds several pictures
     * @throws ExaminationUnavailableException if the process cannot do its work for a reason other than the file
     */
    public static RewrittenFile remake(byte[] content) throws FileRefusedException {
        return remake(content, isInstalled());
    }

    static RewrittenFile remake(byte[] content, boolean installed) throws FileRefusedException {
        if (!installed) {
            throw new FileRefusedException(FileProblem.HEIC_NOT_SUPPORTED);
        }
        return PictureRemaking.remake(EvidenceType.JPEG, Orientation.AS_IT_IS, jpeg(content));
    }

    /** Whether the command is installed and can decode HEVC. On some systems the HEVC decoder is a separate package. */
    static boolean isInstalled() {
        return Installed.ANSWER;
    }

    private static byte[] jpeg(byte[] content) throws FileRefusedException {
        Path folder = null;
        try {
            folder = Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "heic")
                    : Files.createTempDirectory("heic");
            Path heic = Files.write(folder.resolve("in.heic"), content);
            Path jpeg = folder.resolve("out.jpg");
            int exit = run(command(heic, jpeg));
            // From a file with several pictures, the command writes several JPEGs with other names. The file does not
            // say which of them the applicant means.
            if (exit != 0 || !Files.exists(jpeg)) {
                log.info("A HEIC picture was refused: heif-convert ended with exit code {}", exit);
                throw new FileRefusedException(FileProblem.FILE_CORRUPT);
            }
            return Files.readAllBytes(jpeg);
        } catch (IOException e) {
            throw new ExaminationUnavailableException(
                    Reason.BUSY, "no process could be started to read a HEIC picture");
        } finally {
            remove(folder);
        }
    }

    private static void remove(@Nullable Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path heic, Path jpeg) {
        return List.of(
                LIMIT.toString(),
                "--as=" + MEMORY_BYTES,
                "--cpu=" + SECONDS,
                "--fsize=" + WRITTEN_BYTES,
                "--core=0",
                CONVERT.toString(),
                "--quiet",
                "-q",
                QUALITY,
                heic.toString(),
                jpeg.toString());
    }

    private static int run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        // The process must not get the app's secrets.
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                log.warn("A HEIC picture was refused: it takes too much time");
            }
            process.destroyForcibly();
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExaminationUnavailableException(Reason.BUSY, "interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /** Asks the command for its decoders once, when the first HEIC picture comes. */
    private static final class Installed {

        private static final String DECODERS = "--list-decoders";
        static final boolean ANSWER = answer();

        private static boolean answer() {
            if (!Files.isExecutable(CONVERT) || !Files.isExecutable(LIMIT)) {
                return false;
            }
            try {
                ProcessBuilder builder = new ProcessBuilder(CONVERT.toString(), DECODERS);
                builder.environment().clear();
                Process process =
                        builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
                String decoders = new String(process.getInputStream().readNBytes(1 << 16), StandardCharsets.UTF_8);
                return decoders.contains("HEVC");
            } catch (IOException e) {
                return false;
            }
        }
    }
}
