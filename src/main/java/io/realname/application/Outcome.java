package io.realname.application;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param options the ways on that are offered, in the order in which to show them */
public record Outcome(OutcomeCode code, @Nullable OutcomeReason reason, List<OutcomeOption> options) {

    public Outcome {
        options = List.copyOf(options);
    }
}
