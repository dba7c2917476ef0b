package io.realname.review;

import java.util.UUID;

/**
 * The required reviewers have not approved what a step is about to do: somebody has changed a diagram, a decision table
 * or a variable.
 */
public final class NotApprovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotApprovedException(UUID application) {
        super("not approved by the required reviewers: application " + application);
    }
}
