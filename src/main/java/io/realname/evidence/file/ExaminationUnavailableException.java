package io.realname.evidence.file;

/** Files cannot be examined at the moment, through no fault of theirs. The same request may be made again. */
public final class ExaminationUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public ExaminationUnavailableException(Reason reason, String detail) {
        super(reason + ": " + detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Why not. */
    public enum Reason {
        /** The scanner does not answer, or says that it cannot scan. */
        SCANNER_UNAVAILABLE,
        /** Too many files are being examined, or the machine cannot give what it takes. */
        BUSY
    }
}
