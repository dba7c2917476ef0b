package io.realname.refusal;

/**
 * Carries a refusal out of a transaction and rolls the transaction back. The message is only the code, so it contains
 * no personal data.
 */
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
