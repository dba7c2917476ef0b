package io.realname.application;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application is one process instance. Its id is the business key of the instance. Contains no personal data.
 *
 * @param client the client app that started it; no other client app may read it
 * @param action what the applicant has to do; present while the status is {@code ACTION_REQUIRED}
 * @param outcome how the application ended; absent until then
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
