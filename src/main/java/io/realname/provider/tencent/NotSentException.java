package io.realname.provider.tencent;

import java.io.IOException;

/** Not a byte of the request left for the provider: no connection came about. */
final class NotSentException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    NotSentException(IOException cause) {
        super(cause);
        this.reason = "not sent: " + cause.getClass().getSimpleName();
    }

    /** Why, without the address. */
    String reason() {
        return reason;
    }
}
