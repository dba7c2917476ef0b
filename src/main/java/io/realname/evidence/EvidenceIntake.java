package io.realname.evidence;

import io.realname.evidence.EvidenceRefusedException.Refused;
import io.realname.evidence.ExaminationUnavailableException.Reason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Examines files as they arrive: how many and how large, what they are by their content, whether they are malware; then
 * makes each anew, so that what is kept was written here and holds pixels only.
 */
@Service
public class EvidenceIntake {

    private static final Logger log = LoggerFactory.getLogger(EvidenceIntake.class);

    /** A client waits for its answer meanwhile. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TypeDetection detection = new TypeDetection();
    private final MalwareScanner scanner;
    private final DecodingSlots slots;

    EvidenceIntake(MalwareScanner scanner, EvidenceProperties properties) {
        this.scanner = scanner;
        this.slots = new DecodingSlots(properties.decoders(), PATIENCE);
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
        List<Examination> files = Numbered.of(uploads, Upload::kind).stream()
                .map(Examination::new)
                .toList();
        files.stream().skip(EvidenceLimits.FILES).forEach(file -> file.pass(EvidenceIntake::refuseSurplus));
        files.forEach(file -> file.pass(EvidenceIntake::checkSize));
        files.forEach(file -> file.pass(this::checkType));
        scan(files);
        files.forEach(file -> file.pass(this::makeAnew));
        throwIfRefused(files);
        return files.stream().map(Examination::examined).toList();
    }

    private static void refuseSurplus(Examination file) throws FileRefusedException {
        throw new FileRefusedException(FileProblem.TOO_MANY_FILES);
    }

    private static void checkSize(Examination file) throws FileRefusedException {
        if (file.index() > 0 && !file.kind().isRepeatable()) {
            throw new FileRefusedException(FileProblem.TOO_MANY_FILES);
        }
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

    /** What is wrong with the files themselves is told before that the scanner is away: waiting would not help. */
    private void scan(List<Examination> files) {
        try {
            files.forEach(file -> file.pass(this::scan));
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

    private void makeAnew(Examination file) throws FileRefusedException {
        slots.inSlot(() -> file.becomes(remake(file.type(), file.content())));
    }

    private static Remade remake(EvidenceType type, byte[] content) throws FileRefusedException {
        return type == EvidenceType.PDF ? PdfProcess.remake(content) : PictureRemaking.remake(type, content);
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
