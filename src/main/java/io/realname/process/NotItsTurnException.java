package io.realname.process;

/**
 * Our own limit of calls to a provider is reached, and nothing was sent. Nothing has failed: the job is run again when
 * {@link Turns} says, and uses up none of its tries.
 */
public final class NotItsTurnException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason which limit */
    public NotItsTurnException(String reason) {
        super(reason);
    }
}
