package io.realname.provider.tencent;

import java.io.IOException;

/** No connection was made, so no byte of the request was sent to the provider. */
final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NotSentException(IOException cause) {
        super(cause);
        this.reason = "not sent: " + cause.getClass().getSimpleName();
    }

    /** The reason, without the address. */
    String reason() {
        return reason;
    }
}
