package io.realname.process.door;

/** A form that is too large, or that is no multipart form. */
final class UnreadableFormException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;

    UnreadableFormException(boolean tooLarge) {
        super(tooLarge ? "too large" : "no multipart form");
        this.tooLarge = tooLarge;
    }

    boolean isTooLarge() {
        return tooLarge;
    }
}
