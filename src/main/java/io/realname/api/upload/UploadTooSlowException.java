package io.realname.api.upload;

/**
 * A request did not arrive in time. The exception is unchecked, since Tomcat gives its own answer to an
 * {@code IOException}.
 */
final class UploadTooSlowException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UploadTooSlowException() {
        super("the request took too long to arrive");
    }
}
