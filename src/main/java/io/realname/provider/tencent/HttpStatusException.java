package io.realname.provider.tencent;

import java.io.IOException;

/** An answer with a status other than 200; it does not come from the API itself. */
final class HttpStatusException extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;

    HttpStatusException(int status) {
        super("HTTP status " + status);
        this.status = status;
    }

    int status() {
        return status;
    }
}
