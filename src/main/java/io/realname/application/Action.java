package io.realname.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** @param expiresAt by when, in the diagram's own time; absent where the action says itself until when it is good */
public record Action(
        ActionType type,
        @Nullable ActionReason reason,
        @Nullable Instant expiresAt) {}
