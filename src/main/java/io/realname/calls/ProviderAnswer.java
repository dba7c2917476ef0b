package io.realname.calls;

import java.util.function.Function;

/**
 * The answer of a provider. Business results are values. It contains no personal data.
 *
 * <p>What may follow depends on whether the call was billed. The app repeats only {@link NotProcessed} and {@link OurLimit} questions by
 * itself: a lost answer cannot be looked up, and a second call is billed again.
 *
 * @param <T> what the provider decides
 */
public sealed interface ProviderAnswer<T> {

    /** The provider decided. */
    record Decided<T>(T value) implements ProviderAnswer<T> {}

    /**
     * The provider surely did not process or bill the question: the connection was refused, the circuit breaker was
     * open, or the provider was busy. Also the answer of a call that costs nothing, if no
     * answer came.
     */
    record NotProcessed<T>(String reason) implements ProviderAnswer<T> {}

    /** Our own limit of calls is reached: nothing was sent. The provider is well, so the question can soon be asked again. */
    record OurLimit<T>(String reason) implements ProviderAnswer<T> {}

    /**
     * The question was sent, but no usable answer came. The provider may have processed and billed it, or may have sent
     * the money.
     */
    record Lost<T>(String reason) implements ProviderAnswer<T> {}

    /**
     * The provider refuses us, not the applicant (unpaid bill, service not activated, credentials). An operator must
     * act.
     */
    record Refused<T>(String reason) implements ProviderAnswer<T> {}

    /** The same answer, with a decision converted by the function. */
    default <U> ProviderAnswer<U> map(Function<? super T, ? extends U> converter) {
        if (this instanceof Decided<T> decided) {
            return new Decided<>(converter.apply(decided.value()));
        }
        if (this instanceof NotProcessed<T> notProcessed) {
            return new NotProcessed<>(notProcessed.reason());
        }
        if (this instanceof OurLimit<T> limit) {
            return new OurLimit<>(limit.reason());
        }
        if (this instanceof Lost<T> lost) {
            return new Lost<>(lost.reason());
        }
        return new Refused<>(((Refused<T>) this).reason());
    }
}
