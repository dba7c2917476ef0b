package io.realname.provider.tencent;

import com.fasterxml.jackson.databind.JsonNode;
import io.realname.provider.ProviderReply;

/** The result of one call, before its meaning for the applicant is known. */
sealed interface TencentReply extends ProviderReply {

    @Override
    default boolean isTrouble() {
        return this instanceof Refused refused
                ? refused.errorCode().startsWith("InternalError")
                : this instanceof NotProcessed || this instanceof Lost;
    }

    /**
     * The {@code Response} object of a call that the API carried out. It may contain personal values, so it is never
     * logged.
     */
    record Answered(JsonNode response, String requestId) implements TencentReply {

        @Override
        public String toString() {
            return "Answered[requestId=" + requestId + "]";
        }
    }

    /**
     * The API refuses the call with {@code Response.Error}. Its message is left out, since it may quote the request.
     */
    record Refused(String errorCode, String requestId) implements TencentReply {

        /** The error code and the request id, for the log. */
        String reason() {
            return errorCode + ", request " + requestId;
        }
    }

    /** Our own limit of calls is reached. */
    record OurLimit(String reason) implements TencentReply {}

    /** The request certainly did not reach the API. */
    record NotProcessed(String reason) implements TencentReply {}

    /** The request was sent, but its result is not known. */
    record Lost(String reason) implements TencentReply {}
}
