package io.realname.evidence.file;

/** Files cannot be examined at the moment; the files are not the cause. The client may repeat the same request. */
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

    /** Why the files cannot be examined. */
    public enum Reason {
        /** The scanner does not answer, or says that it cannot scan. */
        SCANNER_UNAVAILABLE,
        /** Too many files are being examined, the request takes too long, or there is no memory or no process. */
        BUSY
    }
}
