package io.realname.process;

/**
 * A provider refuses us, not the applicant, or something is not as it must be. Retrying by itself is pointless: the job
 * becomes an incident at once.
 */
public final class OperatorMustActException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason the provider's code, or ours; nothing personal */
    public OperatorMustActException(String reason) {
        super(reason);
    }
}
