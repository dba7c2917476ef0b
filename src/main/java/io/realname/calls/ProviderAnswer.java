package io.realname.calls;

import java.util.function.Function;

/**
 * What came back from a provider. Business results are values; nothing here is personal.
 *
 * <p>Whether the call was billed decides what may follow: only what was {@link NotProcessed} may be asked again without
 * the applicant, because a lost answer cannot be looked up and a second call is billed again.
 *
 * @param <T> what the provider decides
 */
public sealed interface ProviderAnswer<T> {

    /** The provider decided. */
    record Decided<T>(T value) implements ProviderAnswer<T> {}

    /**
     * The question was surely not processed and not billed: connection refused, circuit breaker open, our own limit, the
     * provider busy. Or it costs nothing, and no answer came.
     */
    record NotProcessed<T>(String reason) implements ProviderAnswer<T> {}

    /** The question was sent and no usable answer came: it may have been processed and billed, or money be on its way. */
    record Lost<T>(String reason) implements ProviderAnswer<T> {}

    /** The provider refuses us, not the applicant (arrears, service not activated, credentials): an operator must act. */
    record Refused<T>(String reason) implements ProviderAnswer<T> {}

    /** The same answer, with what was decided in other words. */
    default <U> ProviderAnswer<U> map(Function<? super T, ? extends U> words) {
        if (this instanceof Decided<T> decided) {
            return new Decided<>(words.apply(decided.value()));
        }
        if (this instanceof NotProcessed<T> notProcessed) {
            return new NotProcessed<>(notProcessed.reason());
        }
        if (this instanceof Lost<T> lost) {
            return new Lost<>(lost.reason());
        }
        return new Refused<>(((Refused<T>) this).reason());
    }
}
