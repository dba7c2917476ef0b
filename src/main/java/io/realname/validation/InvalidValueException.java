package io.realname.validation;

/**
 * A value from outside that breaks a rule of its type.
 *
 * <p>The message is the code alone: the refused value is personal data more often than not, and messages end in logs.
 */
public final class InvalidValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code what is wrong, for a program: upper case with underscores, for example {@code INVALID_CHECK_DIGIT} */
    public InvalidValueException(String code) {
        super(code);
        this.code = code;
    }

    /** What is wrong, for a program: upper case with underscores. */
    public String code() {
        return code;
    }
}
