package io.realname.web.client;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** So many wrong secrets came from one network for one client that none is compared now. */
public final class TooManyWrongSecretsException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    TooManyWrongSecretsException(Duration retryAfter) {
        super("too many wrong secrets");
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
