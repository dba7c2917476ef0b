package io.realname.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Another appeal about the same identity, with its outcome if it has ended. */
public record EarlierAppeal(
        UUID id,
        Instant filedAt,
        AppealReason reason,
        @Nullable String outcome,
        @Nullable String outcomeReason) {}
