package io.realname.api.upload;

/** A request has not arrived in its time. Unchecked: to an {@code IOException} the container gives an answer of its own. */
final class UploadTooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UploadTooSlowException() {
        super("the request took too long to arrive");
    }
}
