package io.realname.evidence.pdf;

import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ClassUtils;

/**
 * Rewrites each PDF in a Java process of its own. Even a PDF of a few bytes may need all memory, or never end drawing.
 * The app can limit the memory of a process and kill it; it cannot do so with a thread.
 */
public final class PdfProcess {

    private static final Logger log = LoggerFactory.getLogger(PdfProcess.class);

    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Exit code of the process if it runs out of memory ({@code -XX:+ExitOnOutOfMemoryError}). */
    private static final int OUT_OF_MEMORY = 3;

    /** Loads classes from the jar that the app was started from. */
    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    private PdfProcess() {}

    /**
     * Rewrites a PDF.
     *
     * @throws FileRefusedException if the file is refused; {@code FILE_CORRUPT} also if it takes too much memory or
     *     time
     * @throws ExaminationUnavailableException if the process cannot do its work for a reason other than the file
     */
    public static RewrittenFile remake(byte[] content) throws FileRefusedException {
        return remake(content, LIMIT);
    }

    static RewrittenFile remake(byte[] content, Duration limit) throws FileRefusedException {
        AtomicBoolean overdue = new AtomicBoolean();
        Process process = start();
        process.onExit().orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).exceptionally(late -> {
            overdue.set(true);
            return process.destroyForcibly();
        });
        try {
            send(content, process.getOutputStream());
            byte[] answer = process.getInputStream().readNBytes(EvidenceLimits.KEPT_BYTES + 1024);
            return read(answer, process.waitFor(), overdue.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExaminationUnavailableException(Reason.BUSY, "interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static RewrittenFile read(byte[] answer, int exit, boolean overdue)
            throws IOException, FileRefusedException {
        if (exit == 0) {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
            String word = in.readUTF();
            if (word.equals(PdfWorker.MADE)) {
                return new RewrittenFile(EvidenceType.PDF, in.readInt(), in.readAllBytes());
            }
            throw new FileRefusedException(FileProblem.valueOf(word));
        }
        if (overdue || exit == OUT_OF_MEMORY) {
            log.warn("A PDF was refused: it takes too much {}", overdue ? "time" : "memory");
            throw new FileRefusedException(FileProblem.FILE_CORRUPT);
        }
        throw new ExaminationUnavailableException(Reason.BUSY, "the process that reads PDFs ended with " + exit);
    }

    /** Writing fails if the process ends early. Its answer, if any, and its exit code are read afterwards. */
    private static void send(byte[] content, OutputStream in) {
        try (in) {
            in.write(content);
        } catch (IOException e) {
            log.debug(
                    "A PDF process ended before it had read the whole PDF: {}",
                    e.getClass().getSimpleName());
        }
    }

    private static Process start() {
        ProcessBuilder builder = new ProcessBuilder(command());
        // The process must not get the app's secrets.
        builder.environment().clear();
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new ExaminationUnavailableException(Reason.BUSY, "no process could be started to read a PDF");
        }
    }

    private static List<String> command() {
        String worker = PdfWorker.class.getName();
        boolean inJar = ClassUtils.isPresent(LAUNCHER, ClassLoader.getSystemClassLoader());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "-Dloader.main=" + worker,
                "-cp",
                classPath(),
                inJar ? LAUNCHER : worker);
    }

    private static String classPath() {
        String classPath = System.getProperty("java.class.path", "");
        return classPath.isEmpty() ? "." : classPath;
    }
}
