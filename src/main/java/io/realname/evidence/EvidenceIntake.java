package io.realname.evidence;

import io.realname.evidence.EvidenceRefusedException.Refused;
import io.realname.evidence.file.EvidenceLimits;
import io.realname.evidence.file.EvidenceType;
import io.realname.evidence.file.ExaminationUnavailableException;
import io.realname.evidence.file.ExaminationUnavailableException.Reason;
import io.realname.evidence.file.FileProblem;
import io.realname.evidence.file.FileRefusedException;
import io.realname.evidence.file.RewrittenFile;
import io.realname.evidence.file.SentType;
import io.realname.evidence.file.TypeDetection;
import io.realname.evidence.pdf.PdfProcess;
import io.realname.evidence.picture.HeicProcess;
import io.realname.evidence.picture.PictureRemaking;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Examines the files of a request: their number, their size, the type of their content, and whether they are malware.
 * Then rewrites each file. So every kept file was written by this app and holds only pixels.
 */
@Service
public class EvidenceIntake {

    private static final Logger log = LoggerFactory.getLogger(EvidenceIntake.class);

    /** Limit for all files of one request. A scan or a PDF that began before the limit may take up to 20 s more. */
    static final Duration TIME = Duration.ofSeconds(60);

    /** How long a file waits for a decoding slot at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TypeDetection detection = new TypeDetection();
    private final MalwareScanner scanner;
    private final DecodingSlots slots;
    private final LongSupplier nanoTime;

    @Autowired
    EvidenceIntake(MalwareScanner scanner, EvidenceProperties properties) {
        this(scanner, properties, System::nanoTime);
    }

    EvidenceIntake(MalwareScanner scanner, EvidenceProperties properties, LongSupplier nanoTime) {
        this.scanner = scanner;
        this.slots = new DecodingSlots(properties.decoders());
        this.nanoTime = nanoTime;
    }

    /**
     * Checks the files and returns the rewritten ones, in the same order. Calls the scanner, which takes time, so call
     * this outside a transaction.
     *
     * @throws EvidenceRefusedException if at least one file is refused; names every file that is refused
     * @throws ExaminationUnavailableException if no file is refused so far, but the files cannot be examined further
     * @throws IllegalStateException if a transaction is active
     */
    public List<Examined> examine(List<Upload> uploads) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("files are not examined in a transaction");
        }
        ExaminationTime time = new ExaminationTime(TIME, nanoTime);
        List<Examination> files = NumberedFile.of(uploads, Upload::kind).stream()
                .map(Examination::new)
                .toList();
        files.forEach(file -> file.pass(EvidenceIntake::checkNumber));
        files.forEach(file -> file.pass(EvidenceIntake::checkSize));
        files.forEach(file -> file.pass(this::checkType));
        whileThereIsTime(files, time, this::scan);
        whileThereIsTime(files, time, file -> makeAnew(file, time));
        throwIfRefused(files);
        return files.stream().map(Examination::examined).toList();
    }

    private static void checkNumber(Examination file) throws FileRefusedException {
        if (file.index() >= (file.kind().isRepeatable() ? EvidenceLimits.OTHERS : 1)) {
            throw new FileRefusedException(FileProblem.TOO_MANY_FILES);
        }
    }

    private static void checkSize(Examination file) throws FileRefusedException {
        if (file.content().length == 0) {
            throw new FileRefusedException(FileProblem.FILE_EMPTY);
        }
        if (file.content().length > EvidenceLimits.FILE_BYTES) {
            throw new FileRefusedException(FileProblem.FILE_TOO_LARGE);
        }
    }

    private void checkType(Examination file) throws FileRefusedException {
        file.isOf(detection
                .typeOf(file.content())
                .orElseThrow(() -> new FileRefusedException(FileProblem.FILE_TYPE_NOT_SUPPORTED)));
    }

    /**
     * Runs a check on all files. If the check becomes unavailable and a file was refused already, throws the refusal:
     * the client must change the file, and repeating the request would not help.
     */
    private static void whileThereIsTime(List<Examination> files, ExaminationTime time, Examination.Check check) {
        try {
            files.forEach(file -> file.pass(examined -> {
                time.left();
                check.examine(examined);
            }));
        } catch (ExaminationUnavailableException e) {
            throwIfRefused(files);
            throw e;
        }
    }

    private void scan(Examination file) throws FileRefusedException {
        ScanResult result = scanner.scan(file.content());
        if (result instanceof ScanResult.Infected infected) {
            log.warn("A file was refused as malware: {}", infected.signature());
            throw new FileRefusedException(FileProblem.FILE_INFECTED);
        }
        if (result instanceof ScanResult.Unavailable unavailable) {
            throw new ExaminationUnavailableException(Reason.SCANNER_UNAVAILABLE, unavailable.reason());
        }
    }

    private void makeAnew(Examination file, ExaminationTime time) throws FileRefusedException {
        Duration left = time.left();
        slots.inSlot(
                left.compareTo(PATIENCE) < 0 ? left : PATIENCE,
                () -> file.becomes(remake(file.type(), file.content())));
    }

    private static RewrittenFile remake(SentType type, byte[] content) throws FileRefusedException {
        return switch (type) {
            case JPEG -> PictureRemaking.remake(EvidenceType.JPEG, content);
            case PNG -> PictureRemaking.remake(EvidenceType.PNG, content);
            case PDF -> PdfProcess.remake(content);
            case HEIC -> HeicProcess.remake(content);
        };
    }

    private static void throwIfRefused(List<Examination> files) {
        List<Refused> refused = files.stream()
                .map(Examination::refused)
                .flatMap(Optional::stream)
                .toList();
        if (!refused.isEmpty()) {
            throw new EvidenceRefusedException(refused);
        }
    }
}
