package io.realname.provider.tencent;

import java.util.function.Function;

/**
 * What a reply to a billed call means for the port that asked. Only what was answered differs from port to port.
 *
 * @param answered the API carried the call out
 * @param notProcessed nothing was billed, and the call may be made again
 * @param refused the provider turned us away, for a reason that lies with us
 * @param lost whether it was processed and billed is not known
 */
record BilledMeaning<A>(
        Function<TencentReply.Answered, A> answered,
        Function<String, A> notProcessed,
        Function<String, A> refused,
        Function<String, A> lost) {

    A of(TencentReply reply) {
        if (reply instanceof TencentReply.Answered carriedOut) {
            return answered.apply(carriedOut);
        }
        if (reply instanceof TencentReply.Refused refusal) {
            return switch (ErrorMeaning.of(refusal.errorCode())) {
                case NOT_PROCESSED -> notProcessed.apply(refusal.reason());
                case REFUSED -> refused.apply(refusal.reason());
                case LOST -> lost.apply(refusal.reason());
            };
        }
        return reply instanceof TencentReply.NotProcessed unseen
                ? notProcessed.apply(unseen.reason())
                : lost.apply(((TencentReply.Lost) reply).reason());
    }
}
