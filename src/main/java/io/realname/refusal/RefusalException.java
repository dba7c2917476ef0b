package io.realname.refusal;

/** Carries a refusal out of a transaction, which it rolls back. Its message is the code: nothing personal. */
public final class RefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Refusal refusal;

    public RefusalException(Refusal refusal) {
        super(refusal.code().name(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
