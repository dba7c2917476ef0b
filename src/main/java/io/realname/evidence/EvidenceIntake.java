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
 * Examines files as they arrive: how many and how large, what they are by their content, whether they are malware; then
 * makes each anew, so that what is kept was written here and holds pixels only.
 */
@Service
public class EvidenceIntake {

    private static final Logger log = LoggerFactory.getLogger(EvidenceIntake.class);

    /** For all files of a request. The scan or PDF that is under way when it is over may take 20 s more, and is the last. */
    static final Duration TIME = Duration.ofSeconds(60);

    /** For one slot to decode a file in. */
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
     * What may be kept of the files, in the same order. Calls the scanner and takes its time, so not in a transaction.
     *
     * @throws EvidenceRefusedException if there is anything against any of them; tells of all
     * @throws ExaminationUnavailableException if there is nothing against them so far and they cannot be examined further
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

    /** What is wrong with the files themselves is told before that they cannot be examined: waiting would not help. */
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
