package io.realname.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application = one process instance: its id is the instance's business key. Nothing here is personal.
 *
 * @param client who started it and alone may see it
 * @param action what the applicant has to do; present while the status is {@code ACTION_REQUIRED}
 * @param outcome how it ended; present once it has
 */
public record Application(
        UUID id,
        ApplicationKind kind,
        String client,
        String account,
        String site,
        ApplicationStatus status,
        @Nullable Action action,
        @Nullable Outcome outcome,
        Instant createdAt,
        Instant updatedAt) {

    public boolean expects(ActionType type) {
        return action != null && action.type() == type;
    }
}
