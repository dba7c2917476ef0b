package io.realname.validation;

/**
 * A value from outside breaks a rule of its type.
 *
 * <p>The message is only the code: the refused value is often personal data, and messages are written to logs.
 */
public final class InvalidValueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** @param code the error, for a program: upper case with underscores, for example {@code INVALID_CHECK_DIGIT} */
    public InvalidValueException(String code) {
        super(code);
        this.code = code;
    }

    /** What is wrong, for a program: upper case with underscores. */
    public String code() {
        return code;
    }
}
