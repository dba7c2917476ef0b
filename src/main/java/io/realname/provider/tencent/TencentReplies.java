package io.realname.provider.tencent;

import io.realname.calls.ProviderAnswer;
import java.util.function.Function;
import org.slf4j.Logger;

/** The meaning of a reply for the caller, the same for every action. */
final class TencentReplies {

    private TencentReplies() {}

    /** @param answered interprets an answer by the result codes of the action */
    static <T> ProviderAnswer<T> meaning(
            TencentReply reply, Function<TencentReply.Answered, ProviderAnswer<T>> answered) {
        if (reply instanceof TencentReply.Answered itself) {
            return answered.apply(itself);
        }
        if (reply instanceof TencentReply.Refused refused) {
            return switch (ErrorMeaning.of(refused.errorCode())) {
                case NOT_PROCESSED -> new ProviderAnswer.NotProcessed<>(refused.reason());
                case REFUSED -> new ProviderAnswer.Refused<>(refused.reason());
                case LOST -> new ProviderAnswer.Lost<>(refused.reason());
            };
        }
        if (reply instanceof TencentReply.OurLimit limit) {
            return new ProviderAnswer.OurLimit<>(limit.reason());
        }
        return reply instanceof TencentReply.NotProcessed notProcessed
                ? new ProviderAnswer.NotProcessed<>(notProcessed.reason())
                : new ProviderAnswer.Lost<>(((TencentReply.Lost) reply).reason());
    }

    /** Logs an answer without a decision. A decision is not logged, since it is about a person. */
    static <T> ProviderAnswer<T> told(Logger log, String action, ProviderAnswer<T> answer) {
        if (!(answer instanceof ProviderAnswer.Decided<T> || answer instanceof ProviderAnswer.OurLimit<T>)) {
            log.warn("{}: {}", action, answer);
        }
        return answer;
    }
}
