package io.realname.evidence.pdf;

import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * Main class of the process that {@link PdfProcess} starts. Reads a PDF from standard input and writes the answer to
 * standard output. Logs nothing and writes no files.
 */
final class PdfWorker {

    /**
     * First word of the answer if the PDF was rewritten; the number of pages and the new file follow. Otherwise the
     * answer is the name of a {@link FileProblem}.
     */
    static final String MADE = "MADE";

    private PdfWorker() {}

    public static void main(String[] args) throws IOException {
        // Text that a library prints must not get into the answer.
        System.setOut(System.err);
        LoggingSystem.get(PdfWorker.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
        ImageIO.setUseCache(false);
        try (DataOutputStream answer = new DataOutputStream(new FileOutputStream(FileDescriptor.out))) {
            answer(System.in.readAllBytes(), answer);
        }
    }

    private static void answer(byte[] content, DataOutputStream answer) throws IOException {
        try {
            RewrittenFile made = PdfRemaking.remake(content);
            answer.writeUTF(MADE);
            answer.writeInt(made.pages());
            answer.write(made.content());
        } catch (FileRefusedException e) {
            answer.writeUTF(e.problem().name());
        } catch (StackOverflowError e) {
            answer.writeUTF(FileProblem.FILE_CORRUPT.name());
        }
    }
}
