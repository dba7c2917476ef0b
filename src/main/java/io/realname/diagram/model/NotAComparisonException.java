package io.realname.diagram.model;

/** A condition is more than a comparison of facts with values. The message says what is wrong, in plain words. */
public final class NotAComparisonException extends Exception {

    private static final long serialVersionUID = 1L;

    NotAComparisonException(String message) {
        super(message);
    }
}
