package io.realname.protection;

/** What was stated is not known yet, or forgotten already: it is kept no longer than the application needs it. */
public final class ForgottenException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public ForgottenException() {
        super("not known yet, or forgotten already");
    }
}
