package io.realname.process;

import io.realname.calls.ProviderAnswer;
import java.util.Optional;

/** What a step makes of a provider's answer. */
public final class DecidedAnswer {

    private DecidedAnswer() {}

    /**
     * What the provider decided; empty if its answer got lost, which the diagram has a way for.
     *
     * @throws ProviderUnavailableException if the question was not processed: the job is retried in the cycle that the diagram
     *     states
     * @throws OperatorMustActException if the provider refuses us
     */
    public static <T> Optional<T> of(ProviderAnswer<T> answer) {
        if (answer instanceof ProviderAnswer.NotProcessed<T> notProcessed) {
            throw new ProviderUnavailableException(notProcessed.reason());
        }
        if (answer instanceof ProviderAnswer.Refused<T> refused) {
            throw new OperatorMustActException(refused.reason());
        }
        return answer instanceof ProviderAnswer.Decided<T> decided ? Optional.of(decided.value()) : Optional.empty();
    }
}
