package io.realname.api;

import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import java.util.UUID;

/**
 * A step that a client asks for.
 *
 * @param id of the application, which must be of this kind
 * @param path of the step below its application, for example {@code bank-card}
 * @param expected what the application must ask its applicant for
 */
record Step(ApplicationKind kind, UUID id, String path, ActionType expected) {

    /** What is done to what; the same when an idempotency key is. */
    String operation() {
        return "POST " + kind + "/" + id + "/" + path;
    }
}
