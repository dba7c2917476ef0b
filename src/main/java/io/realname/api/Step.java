package io.realname.api;

import io.realname.application.ActionType;
import io.realname.application.ApplicationKind;
import java.util.UUID;

/**
 * A step that a client requests.
 *
 * @param id the id of the application, which must be of this kind
 * @param path the path of the step below its application, for example {@code bank-card}
 * @param expected the action that the application must at present ask its applicant for
 */
record Step(ApplicationKind kind, UUID id, String path, ActionType expected) {

    /** The action and its target; must be the same for the same idempotency key. */
    String operation() {
        return "POST " + kind + "/" + id + "/" + path;
    }
}
