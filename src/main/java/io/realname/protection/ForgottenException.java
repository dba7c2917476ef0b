package io.realname.protection;

/**
 * A value that the applicant states is not stored yet, or was already deleted. It is stored only as long as the
 * application needs it.
 */
public final class ForgottenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public ForgottenException() {
        super("not stored yet, or already deleted");
    }
}
