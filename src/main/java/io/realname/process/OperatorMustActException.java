package io.realname.process;

/**
 * A provider refuses the app, not the applicant; or the data is in a state that must not occur. A retry would not help,
 * so the job becomes an incident at once.
 */
public final class OperatorMustActException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OperatorMustActException(IncidentCode code) {
        super(code.name());
    }

    /** @param reason the provider's code, or ours; nothing personal */
    public OperatorMustActException(IncidentCode code, String reason) {
        super(code + ": " + reason);
    }
}
