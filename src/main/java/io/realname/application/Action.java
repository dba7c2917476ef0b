package io.realname.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the applicant has to do.
 *
 * @param expiresAt the deadline of the diagram's timer event; absent if the action has a validity of its own, such as a
 *     mobile code
 */
public record Action(
        ActionType type,
        @Nullable ActionReason reason,
        @Nullable Instant expiresAt) {}
