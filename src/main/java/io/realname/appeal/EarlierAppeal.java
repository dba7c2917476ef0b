package io.realname.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another appeal about the same identity, and how it ended, if it has. */
public record EarlierAppeal(
        UUID id,
        Instant filedAt,
        AppealReason reason,
        @Nullable String outcome,
        @Nullable String outcomeReason) {}
