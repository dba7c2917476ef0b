package io.realname.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an application ended.
 *
 * @param options the ways on that are offered, in the order in which to show them
 * @param account the one to which the identity is bound already, masked; or the one that has no mobile number, as the
 *     applicant named it
 * @param availableFrom when what was refused for now will be possible
 */
public record Outcome(
        OutcomeCode code,
        @Nullable OutcomeReason reason,
        List<OutcomeOption> options,
        @Nullable String account,
        @Nullable Instant availableFrom) {

    public Outcome {
        options = List.copyOf(options);
    }

    /** One that tells nothing beside its code. */
    public static Outcome of(OutcomeCode code, @Nullable OutcomeReason reason) {
        return new Outcome(code, reason, List.of(), null, null);
    }
}
