package io.realname.process;

import io.realname.calls.ProviderAnswer;
import java.util.Optional;

/** Turns a provider's answer into its decision, or into an exception of the step. */
public final class DecidedAnswer {

    private DecidedAnswer() {}

    /**
     * The provider's decision. Empty if the answer did not arrive; the diagram has a path for this.
     *
     * @throws ProviderUnavailableException if the provider did not process the question; the job is retried in the
     *     cycle that the diagram states
     * @throws NotItsTurnException if our own limit of calls is reached; the job is run again within half a minute
     * @throws OperatorMustActException if the provider refuses the app's access
     */
    public static <T> Optional<T> of(ProviderAnswer<T> answer) {
        if (answer instanceof ProviderAnswer.NotProcessed<T> notProcessed) {
            throw new ProviderUnavailableException(notProcessed.reason());
        }
        if (answer instanceof ProviderAnswer.OurLimit<T> limit) {
            throw new NotItsTurnException(limit.reason());
        }
        if (answer instanceof ProviderAnswer.Refused<T> refused) {
            throw new OperatorMustActException(IncidentCode.PROVIDER_REFUSED, refused.reason());
        }
        return answer instanceof ProviderAnswer.Decided<T> decided ? Optional.of(decided.value()) : Optional.empty();
    }
}
