package io.realname.application;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an application ended.
 *
 * @param options what the applicant may do next, in the order of display
 * @param account the account to which the identity is bound, masked; or the account without a mobile number, as the
 *     applicant named it
 * @param availableFrom when the applicant may try again; absent if waiting does not help
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

    /** An outcome without options, account and time. */
    public static Outcome of(OutcomeCode code, @Nullable OutcomeReason reason) {
        return new Outcome(code, reason, List.of(), null, null);
    }
}
