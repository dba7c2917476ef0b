package io.realname.review;

import java.util.UUID;

/** Something was about to happen that people have not approved: a diagram, a table or a variable is not as it was. */
public final class NotApprovedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotApprovedException(UUID application) {
        super("not approved by the people it takes: application " + application);
    }
}
