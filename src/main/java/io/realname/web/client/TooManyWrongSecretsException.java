package io.realname.web.client;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** Too many wrong secrets came from one network for one client. No secret is compared for a time. */
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
